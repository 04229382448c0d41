@NullMarked
package io.hutong.credit.shared.storage;

import org.jspecify.annotations.NullMarked;
