package io.casemate.report.html.page;

import io.casemate.core.risk.Coverage;
import io.casemate.core.risk.Coverage.Outcome;
import io.casemate.report.wording.Glossary;
import java.util.Arrays;
import java.util.List;

/** The threats that came to one outcome. */
record CoverageGroup(Outcome outcome, List<Item> items) {
    /** One threat. */
    record Item(String id, String title, int scenarios, String because) {}

    static List<CoverageGroup> of(Coverage coverage, Glossary glossary) {
        return Arrays.stream(Outcome.values())
                .map(o -> new CoverageGroup(
                        o,
                        coverage.threats().stream()
                                .filter(t -> t.outcome() == o)
                                .map(t -> new Item(t.threat(), glossary.threat(t.threat()), t.scenarios(), t.because()))
                                .toList()))
                .toList();
    }

    public String title() {
        return switch (outcome) {
            case FIRED -> "Fired";
            case ASKED -> "Waiting for an answer";
            case ANSWERED -> "Ended by controls";
            case SILENT -> "Nothing to strike";
        };
    }
}
