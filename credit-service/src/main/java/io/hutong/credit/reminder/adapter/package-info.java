@NullMarked
package io.hutong.credit.reminder.adapter;

import org.jspecify.annotations.NullMarked;
