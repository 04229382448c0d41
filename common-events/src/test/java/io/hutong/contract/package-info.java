/** Generates the published files of the contract and checks that they say what the records say. */
@NullMarked
package io.hutong.contract;

import org.jspecify.annotations.NullMarked;
