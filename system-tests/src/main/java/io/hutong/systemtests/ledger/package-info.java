@NullMarked
package io.hutong.systemtests.ledger;

import org.jspecify.annotations.NullMarked;
