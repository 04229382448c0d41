package io.hutong.exchange.intake;

import java.util.Map;

/** Reads one event from its attributes and its data, however they came. */
public interface ReadStatement {

    /** A statement, or why it is none; {@code data} is the text of a JSON object in UTF-8. */
    Item handle(Map<String, String> attributes, byte[] data);
}
