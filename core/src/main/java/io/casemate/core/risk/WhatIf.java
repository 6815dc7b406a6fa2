package io.casemate.core.risk;

import io.casemate.core.model.Part;
import io.casemate.core.threat.Facts;
import io.casemate.core.threat.Reading;
import io.casemate.core.threat.Reading.Basis;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Readers of facts around a reader: as they are shown by evidence, as they would be, as if there were no controls. */
final class WhatIf {
    private WhatIf() {}

    /** Facts as the base reads them, but for those given by {@code fact@part}. */
    static Facts with(Facts base, Map<String, Reading> readings) {
        Map<String, Map<String, Reading>> byPart = new HashMap<>();
        readings.forEach((key, reading) -> {
            int at = key.indexOf('@');
            byPart.computeIfAbsent(key.substring(at + 1), id -> new HashMap<>()).put(key.substring(0, at), reading);
        });
        return (part, fact) -> {
            Map<String, Reading> here = byPart.get(part.id());
            Reading reading = here == null ? null : here.get(fact);
            return reading == null ? base.read(part, fact) : reading;
        };
    }

    /** Facts as the base reads them, but no control is in place anywhere. */
    static Facts withoutControls(Facts base, Set<String> controls) {
        return (part, fact) -> {
            Reading reading = base.read(part, fact);
            boolean taken = controls.contains(fact) && reading.basis() != Basis.IRRELEVANT;
            return taken ? said(false) : reading;
        };
    }

    static Reading said(boolean value) {
        return new Reading(value, Basis.STATED, "");
    }

    static String key(String fact, Part part) {
        return fact + "@" + part.id();
    }
}
