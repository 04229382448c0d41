@NullMarked
package io.hutong.registration.register.adapter;

import org.jspecify.annotations.NullMarked;
