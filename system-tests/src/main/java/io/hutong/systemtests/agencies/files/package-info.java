/** What the tax core and the province's platform deliver: facts and lines of the register, by REST and as files. */
@NullMarked
package io.hutong.systemtests.agencies.files;

import org.jspecify.annotations.NullMarked;
