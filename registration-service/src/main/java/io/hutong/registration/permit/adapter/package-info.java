@NullMarked
package io.hutong.registration.permit.adapter;

import org.jspecify.annotations.NullMarked;
