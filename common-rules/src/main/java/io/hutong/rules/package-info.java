/**
 * Effective-dated rule sets as data: read from files, chosen by date, decided in three-valued logic and explained
 * condition by condition (docs/adr/0004). Plain Java, no framework.
 */
@NullMarked
package io.hutong.rules;

import org.jspecify.annotations.NullMarked;
