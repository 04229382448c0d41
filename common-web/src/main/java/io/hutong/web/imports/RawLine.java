package io.hutong.web.imports;

/** A line as it stands in the file. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawLine(long number, byte[] bytes) {

    boolean blank() {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
