package io.casemate.scan.pickle;

import io.casemate.scan.call.Judgement;
import io.casemate.scan.spi.Inspection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells findings, but the same rule about the same thing only some times: the others are counted. */
final class Tellings {
    private static final int TOLD_MAX = 20;
    private static final int SUBJECTS_MAX = 10_000;

    private static final int WHAT_MAX = 200;

    private record Subject(String rule, String what) {}

    private static final class Count {
        long times;
        String message = "";
    }

    private final Inspection inspection;
    private final Map<Subject, Count> counts = new LinkedHashMap<>();

    Tellings(Inspection inspection) {
        this.inspection = inspection;
    }

    void tell(Judgement judgement, String what, long offset) {
        if (!judgement.safe()) {
            tell(judgement.rule(), what, offset, judgement.message());
        }
    }

    void tell(String rule, String what, long offset, String message) {
        var subject = new Subject(
                rule, counts.size() < SUBJECTS_MAX ? what.substring(0, Math.min(what.length(), WHAT_MAX)) : "");
        Count count = counts.computeIfAbsent(subject, key -> new Count());
        count.times++;
        if (count.times <= TOLD_MAX) {
            inspection.found(rule, offset, message);
        } else {
            count.message = message;
        }
    }

    /** Tells how many were not told. */
    void finish() {
        counts.forEach((subject, count) -> {
            if (count.times > TOLD_MAX) {
                inspection.found(
                        subject.rule(),
                        -1,
                        "%,d more like this one: %s".formatted(count.times - TOLD_MAX, count.message));
            }
        });
    }
}
