package io.hutong.systemtests.agencies.party;

import java.util.List;

/** Something that a party sends, which knows how its kind can be spoilt. */
public interface Message<M extends Message<M>> {
    /** The same content under another id. */
    M renewed();

    /** What it looks like with the codes wrong that it carries, each way by itself. */
    List<M> withWrongCodes();

    /** What it looks like in a form that was not agreed. */
    M withWrongSchema();
}
