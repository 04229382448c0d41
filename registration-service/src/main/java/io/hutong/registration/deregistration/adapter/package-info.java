@NullMarked
package io.hutong.registration.deregistration.adapter;

import org.jspecify.annotations.NullMarked;
