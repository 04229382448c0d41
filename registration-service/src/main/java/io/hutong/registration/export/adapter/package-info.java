@NullMarked
package io.hutong.registration.export.adapter;

import org.jspecify.annotations.NullMarked;
