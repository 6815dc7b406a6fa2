package io.casemate.core.money.simulation;

import io.casemate.core.money.loss.Figure;
import io.casemate.core.money.loss.Results;
import io.casemate.core.money.tally.Moments;
import io.casemate.core.money.tally.Tally;
import java.util.ArrayList;
import java.util.List;

/** The tallies of all states, and what each state costs less than the one before, year by year. */
final class Sums {
    private final List<Tally> tallies;
    /** The k-th peril is what state k costs more than state k + 1. */
    private final Moments saved;

    private long years;

    Sums(List<Model> models) {
        tallies = models.stream().map(m -> new Tally(m.perils())).toList();
        saved = new Moments(Math.max(0, models.size() - 1));
    }

    /** Adds pages, one a state, of the same years. */
    void add(List<Page> pages, int count) {
        years += count;
        for (int s = 0; s < pages.size(); s++) {
            pages.get(s).addTo(tallies.get(s), count);
        }
        for (int s = 0; s + 1 < pages.size(); s++) {
            for (int slot = 0; slot < count; slot++) {
                saved.add(s, pages.get(s).total(slot) - pages.get(s + 1).total(slot));
            }
        }
    }

    void add(Sums other) {
        years += other.years;
        saved.add(other.saved, 1);
        for (int s = 0; s < tallies.size(); s++) {
            tallies.get(s).add(other.tallies.get(s));
        }
    }

    void clear() {
        years = 0;
        saved.clear();
        tallies.forEach(Tally::clear);
    }

    Results results() {
        List<Figure> saving = new ArrayList<>();
        for (int s = 0; s + 1 < tallies.size(); s++) {
            saving.add(saved.mean(s, (double) years));
        }
        return new Results(years, tallies.stream().map(Tally::outcome).toList(), saving);
    }
}
