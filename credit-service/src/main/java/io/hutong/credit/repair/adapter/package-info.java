@NullMarked
package io.hutong.credit.repair.adapter;

import org.jspecify.annotations.NullMarked;
