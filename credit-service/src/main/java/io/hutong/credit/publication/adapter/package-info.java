@NullMarked
package io.hutong.credit.publication.adapter;

import org.jspecify.annotations.NullMarked;
