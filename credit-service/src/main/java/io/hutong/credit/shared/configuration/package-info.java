@NullMarked
package io.hutong.credit.shared.configuration;

import org.jspecify.annotations.NullMarked;
