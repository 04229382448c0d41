@NullMarked
package io.hutong.credit.seriouslist.adapter;

import org.jspecify.annotations.NullMarked;
