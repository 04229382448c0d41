@NullMarked
package io.hutong.registration.restriction.adapter;

import org.jspecify.annotations.NullMarked;
