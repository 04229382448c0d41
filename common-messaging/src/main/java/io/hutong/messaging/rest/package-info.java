/** What a source serves to its readers and operators. */
@NullMarked
package io.hutong.messaging.rest;

import org.jspecify.annotations.NullMarked;
