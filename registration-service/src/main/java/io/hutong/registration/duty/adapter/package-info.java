@NullMarked
package io.hutong.registration.duty.adapter;

import org.jspecify.annotations.NullMarked;
