package io.hutong.local.parts;

/** Something the user can put right; the launcher prints the message alone, without a stack trace. */
public class UserMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserMistake(String message) {
        super(message);
    }
}
