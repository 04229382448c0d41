@NullMarked
package io.hutong.exchange.question.adapter;

import org.jspecify.annotations.NullMarked;
