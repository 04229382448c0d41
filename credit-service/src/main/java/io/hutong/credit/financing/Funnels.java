package io.hutong.credit.financing;

import java.util.List;

/** What platforms told, and how far demands came. Nothing that was told is taken out. */
public interface Funnels {
    void add(Funnel.Told told);

    /** Of each platform what was told of the latest day; of one day the last word. */
    List<Funnel.Told> newest();

    List<Funnel.Reached> reached();

    /** How many businesses there are that have not ended. */
    long businesses();
}
