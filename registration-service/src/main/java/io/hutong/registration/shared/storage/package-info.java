@NullMarked
package io.hutong.registration.shared.storage;

import org.jspecify.annotations.NullMarked;
