@NullMarked
package io.hutong.registration.suspension.adapter;

import org.jspecify.annotations.NullMarked;
