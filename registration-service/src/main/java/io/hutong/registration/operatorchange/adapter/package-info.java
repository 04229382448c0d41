@NullMarked
package io.hutong.registration.operatorchange.adapter;

import org.jspecify.annotations.NullMarked;
