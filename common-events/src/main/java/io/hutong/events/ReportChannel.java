package io.hutong.events;

/** How an annual report was handed in: both ways have the same force (Interim Measures on Annual Reports art. 3). */
public enum ReportChannel {
    ONLINE,
    PAPER
}
