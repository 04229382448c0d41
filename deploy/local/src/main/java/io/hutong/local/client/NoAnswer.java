package io.hutong.local.client;

import io.hutong.local.parts.UserMistake;

/** Nothing came back: where the call had been sent, what became of it is not known. */
public final class NoAnswer extends UserMistake {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    private NoAnswer(String message, boolean sent) {
        super(message);
        this.sent = sent;
    }

    static NoAnswer nobodyListens(String url) {
        return new NoAnswer("服务没有响应，请运行 ./hutong up · no answer from " + url + ", run ./hutong up", false);
    }

    static NoAnswer brokenOff(String url) {
        return new NoAnswer("服务中断，未收到应答，请查看 ./hutong status · broken off by " + url + ", see ./hutong status", true);
    }

    /** Whether the service was there, and may have taken the call. */
    public boolean sent() {
        return sent;
    }
}
