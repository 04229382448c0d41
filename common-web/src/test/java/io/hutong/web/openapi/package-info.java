@NullMarked
package io.hutong.web.openapi;

import org.jspecify.annotations.NullMarked;
