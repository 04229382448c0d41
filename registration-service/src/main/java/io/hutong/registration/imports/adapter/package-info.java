@NullMarked
package io.hutong.registration.imports.adapter;

import org.jspecify.annotations.NullMarked;
