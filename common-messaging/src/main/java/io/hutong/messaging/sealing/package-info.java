/**
 * Sealed fields (architecture §3.6): data keys per operator tenure and audience, their wrapping for each recipient, the
 * encryption of personal columns and the pseudonyms of persons.
 */
@NullMarked
package io.hutong.messaging.sealing;

import org.jspecify.annotations.NullMarked;
