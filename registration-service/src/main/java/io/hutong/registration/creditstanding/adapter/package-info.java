@NullMarked
package io.hutong.registration.creditstanding.adapter;

import org.jspecify.annotations.NullMarked;
