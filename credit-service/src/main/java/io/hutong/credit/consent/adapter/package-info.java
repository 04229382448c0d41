@NullMarked
package io.hutong.credit.consent.adapter;

import org.jspecify.annotations.NullMarked;
