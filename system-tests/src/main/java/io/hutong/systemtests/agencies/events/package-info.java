/** What parties say to the exchange: CloudEvents over HTTP or in files, and answers to the questions that it shows them. */
@NullMarked
package io.hutong.systemtests.agencies.events;

import org.jspecify.annotations.NullMarked;
