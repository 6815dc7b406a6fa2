package io.casemate.core.risk;

import io.casemate.core.model.Part;
import io.casemate.core.risk.MitigationEffect.State;
import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Facts;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Reading;
import io.casemate.core.threat.Reading.Basis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What mitigations and answers would do to one scenario, along the routes that were found. */
record Effects(
        Scoring scoring, Candidate candidate, Facts facts, Observed observed, Map<String, Mitigation> mitigations) {

    /** One line for each mitigation that the threat names, in its order. */
    List<MitigationEffect> all(Scoring.Scored current) {
        List<MitigationEffect> effects = new ArrayList<>();
        for (Factor factor : candidate.threat().mitigations()) {
            State state = state(factor, current);
            boolean inPlace = state == State.CLAIMED || state == State.VERIFIED;
            Rating after = inPlace ? current.rating() : best(factor, current);
            effects.add(new MitigationEffect(factor.mitigation(), state, after));
        }
        return effects;
    }

    /** The rating with all these mitigations claimed wherever their facts make sense along the path. */
    Rating with(List<String> ids, Scoring.Scored current) {
        Map<String, Reading> readings = new HashMap<>();
        for (String id : ids) {
            Mitigation mitigation = mitigations.get(id);
            if (mitigation != null) {
                for (Part part : current.route().steps()) {
                    put(readings, part, mitigation.fact(), mitigation.value());
                }
            }
        }
        return rating(readings);
    }

    /** The rating with these facts answered. */
    Rating rating(Map<String, Reading> readings) {
        return scoring.worst(candidate, WhatIf.with(facts, readings), observed).rating();
    }

    private Rating best(Factor factor, Scoring.Scored current) {
        Optional<Rating> best = places(factor, current).stream()
                .map(part -> {
                    Map<String, Reading> readings = new HashMap<>();
                    put(readings, part, factor.fact(), factor.value());
                    return readings.isEmpty() ? current.rating() : rating(readings);
                })
                .min(Comparator.comparingDouble(Rating::probability));
        return best.orElse(current.rating());
    }

    /** A control that is verified stays so; a place where the fact makes no sense stays as it is. */
    private void put(Map<String, Reading> readings, Part part, String fact, boolean value) {
        Reading now = facts.read(part, fact);
        boolean already = now.basis() == Basis.VERIFIED && now.value() == value;
        if (now.basis() != Basis.IRRELEVANT && !already) {
            readings.put(WhatIf.key(fact, part), WhatIf.said(value));
        }
    }

    private State state(Factor factor, Scoring.Scored current) {
        State state = State.ABSENT;
        for (Part part : places(factor, current)) {
            Reading reading = facts.read(part, factor.fact());
            State here = state(reading, factor.value());
            state = here.compareTo(state) > 0 ? here : state;
        }
        return state;
    }

    private static State state(Reading reading, boolean wanted) {
        return switch (reading.basis()) {
            case VERIFIED -> reading.value() == wanted ? State.VERIFIED : State.ABSENT;
            case STATED -> reading.value() == wanted ? State.CLAIMED : State.ABSENT;
            case PRESUMED, UNKNOWN -> State.UNKNOWN;
            case IRRELEVANT -> State.ABSENT;
        };
    }

    private static List<Part> places(Factor factor, Scoring.Scored current) {
        List<Part> steps = current.route().steps();
        return switch (factor.at()) {
            case TARGET -> List.of(current.route().target());
            case ENTRY -> List.of(current.route().entry());
            case PATH -> steps;
        };
    }
}
