package io.hutong.systemtests.agencies.party;

/** What a foreign party may do wrong. */
public enum Fault {
    /** After the last day of a question, or after the delay that its conduct names. */
    LATE,
    /** The same under the same id, and once more under another. */
    TWICE,
    /** In another's name, to another question, or with a code that says something else. */
    WRONG_CODE,
    /** Not in the form that was agreed. */
    WRONG_SCHEMA,
    /** Nothing at all. */
    NO_ANSWER
}
