package io.hutong.identity;

/** A value object that is written as one JSON string; every implementation has a static {@code of(String)}. */
public interface TextValue {

    /** The canonical text: what {@code of} gives back the same object for. */
    String value();
}
