@NullMarked
package io.hutong.credit.agencyrecord.adapter;

import org.jspecify.annotations.NullMarked;
