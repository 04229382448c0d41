@NullMarked
package io.hutong.registration.shared.configuration;

import org.jspecify.annotations.NullMarked;
