@NullMarked
package io.hutong.credit.seriouslist;

import org.jspecify.annotations.NullMarked;
