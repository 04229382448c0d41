@NullMarked
package io.hutong.credit.objection.adapter;

import org.jspecify.annotations.NullMarked;
