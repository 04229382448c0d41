/** The separate register (另册): entered and left by what credit states of the abnormal list. */
@NullMarked
package io.hutong.registration.separateregister;

import org.jspecify.annotations.NullMarked;
