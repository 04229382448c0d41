package io.hutong.identity;

import java.util.UUID;

/** Identity of one line of a public notice of tax arrears, as tax keeps it (欠税公告). */
public record ArrearsAnnouncementId(UUID uuid) implements TextValue {

    public static ArrearsAnnouncementId of(String text) {
        return new ArrearsAnnouncementId(Cleaning.uuid(text, "arrears-announcement-id"));
    }

    @Override
    public String value() {
        return uuid.toString();
    }

    @Override
    public String toString() {
        return value();
    }
}
