@NullMarked
package io.hutong.registration.annulment.adapter;

import org.jspecify.annotations.NullMarked;
