package io.hutong.embedded;

import java.util.regex.Pattern;

/** One database and the only user who may touch it. */
public record MariaDbAccount(String database, String user, String password) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    public MariaDbAccount {
        if (!NAME.matcher(database).matches() || !NAME.matcher(user).matches()) {
            throw new IllegalArgumentException("database and user are letters, digits and underscores, at most 32");
        }
        if (!PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException("a password is 8 to 64 letters, digits, hyphens or underscores");
        }
    }

    @Override
    public String toString() {
        return "MariaDbAccount[" + user + "@" + database + "]";
    }
}
