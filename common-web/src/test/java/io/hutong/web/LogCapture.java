package io.hutong.web;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Everything that is logged while it is open, messages of exceptions included. */
final class LogCapture extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final CopyOnWriteArrayList<String> lines = new CopyOnWriteArrayList<>();

    static LogCapture ofRoot() {
        var capture = new LogCapture();
        capture.root.addHandler(capture);
        return capture;
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(ExtLogRecord.wrap(entry).getFormattedMessage());
        for (Throwable link = entry.getThrown(); link != null; link = link.getCause()) {
            lines.add(link.toString());
        }
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
