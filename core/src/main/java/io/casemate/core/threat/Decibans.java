package io.casemate.core.threat;

import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.threat.Factor.Place;
import java.util.List;

/** What factors and presumptions weigh; the one place that search and explanation share. */
record Decibans(Evaluator evaluator, Weights weights) {

    /** Of one factor at one part. On a flow only what is stated counts. */
    double of(Factor factor, Part part) {
        Reading reading = evaluator.facts().read(part, factor.fact());
        if (part instanceof Flow && reading.open()) {
            return 0;
        }
        return factor.mitigates() ? control(factor, reading) : aggravation(factor, reading);
    }

    /** Of all factors that are read at this place, at one part. */
    double sum(List<Factor> factors, Place place, Part part) {
        double sum = 0;
        for (Factor factor : factors) {
            if (factor.at() == place) {
                sum += of(factor, part);
            }
        }
        return sum;
    }

    double presumptions(Condition condition, Part part) {
        return weights.presumption() * evaluator.presumedClauses(condition, part);
    }

    private double control(Factor factor, Reading reading) {
        Weights.Control control = weights.control(factor.strength());
        boolean inPlace = reading.value() == factor.value();
        return switch (reading.basis()) {
            case VERIFIED -> inPlace ? control.verified() : 0;
            case STATED -> inPlace ? control.claimed() : 0;
            case PRESUMED -> inPlace ? control.claimed() : control.unknown();
            case UNKNOWN -> control.unknown();
            case IRRELEVANT -> 0;
        };
    }

    private double aggravation(Factor factor, Reading reading) {
        double full = weights.aggravation(factor.strength());
        boolean present = reading.value() == factor.value();
        return switch (reading.basis()) {
            case VERIFIED, STATED -> present ? full : 0;
            case PRESUMED -> present ? full / 2 : 0;
            case UNKNOWN, IRRELEVANT -> 0;
        };
    }
}
