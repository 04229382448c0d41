@NullMarked
package io.hutong.registration.premises.adapter;

import org.jspecify.annotations.NullMarked;
