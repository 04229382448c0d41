package io.hutong.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/** Opaque place in a sorted list: the sort values of the last row shown. It is no secret, only not to be made by hand. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String encode(String... lastRow) {
        String text = String.join(SEPARATOR, lastRow);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((checksum(text) + SEPARATOR + text).getBytes(UTF_8));
    }

    /** The sort values again; 400 unless the cursor is one of ours with this many values. */
    public static List<String> decode(String cursor, int parts) {
        try {
            String[] all = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(SEPARATOR, -1);
            String[] values = Arrays.copyOfRange(all, 1, all.length);
            if (values.length == parts && all[0].equals(checksum(String.join(SEPARATOR, values)))) {
                return List.of(values);
            }
            throw bad();
        } catch (IllegalArgumentException notBase64) {
            throw bad();
        }
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static Problem bad() {
        return Problem.of(
                CommonProblems.BAD_CURSOR,
                "请使用上一页返回的 next，或从第一页重新开始。",
                "Use the next of the page before, or start again from the first page.");
    }
}
