package io.hutong.web.imports;

/** Says whether mass work may take its next step now; a CDI bean of the service. Interactive work goes first. */
public interface ImportPace {
    boolean mayGoOn();
}
