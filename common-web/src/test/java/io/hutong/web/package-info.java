@NullMarked
package io.hutong.web;

import org.jspecify.annotations.NullMarked;
