@NullMarked
package io.hutong.credit.business.adapter;

import org.jspecify.annotations.NullMarked;
