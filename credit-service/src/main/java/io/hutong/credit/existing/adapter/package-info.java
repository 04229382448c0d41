@NullMarked
package io.hutong.credit.existing.adapter;

import org.jspecify.annotations.NullMarked;
