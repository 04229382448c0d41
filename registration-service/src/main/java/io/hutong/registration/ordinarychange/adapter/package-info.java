@NullMarked
package io.hutong.registration.ordinarychange.adapter;

import org.jspecify.annotations.NullMarked;
