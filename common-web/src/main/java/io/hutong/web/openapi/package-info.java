/** The published OpenAPI document says what really is sent: derived from the same types and annotations that send it. */
@NullMarked
package io.hutong.web.openapi;

import org.jspecify.annotations.NullMarked;
