@NullMarked
package io.hutong.credit.separateregister.adapter;

import org.jspecify.annotations.NullMarked;
