package io.hutong.local.client;

/** A service's answer other than 2xx, in the words of its problem document. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(String method, String url, int status, String body) {
        super(method + " " + url + " → " + status + "\n" + body);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
