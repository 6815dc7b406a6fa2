package io.casemate.scan.pickle;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;

/** What the parts of one reading of a content share, across all pickles in it. */
final class Reading {
    private final Content content;
    private final Inspection inspection;
    private final Constants constants;
    private final Containers containers = new Containers();
    private final Globals globals;
    private final Tellings tellings;
    private final Calls calls;
    private final Plants plants;
    private boolean inside;

    Reading(Content content, Inspection inspection) {
        this(content, inspection, false);
    }

    /** A reading that only explains, of the content that another one judges. */
    static Reading explaining(Content content, Inspection inspection) {
        return new Reading(content, new Explained(inspection), true);
    }

    private Reading(Content content, Inspection inspection, boolean explains) {
        this.content = content;
        this.inspection = inspection;
        this.constants = new Constants(content);
        this.tellings = new Tellings(inspection);
        this.globals = new Globals(inspection, Calls.FOLLOWED);
        this.plants = new Plants(this);
        this.calls = new Calls(this, explains);
    }

    Content content() {
        return content;
    }

    Inspection inspection() {
        return inspection;
    }

    Constants constants() {
        return constants;
    }

    Containers containers() {
        return containers;
    }

    Globals globals() {
        return globals;
    }

    Tellings tellings() {
        return tellings;
    }

    Calls calls() {
        return calls;
    }

    Plants plants() {
        return plants;
    }

    /** Whether a pickle inside a raw array of joblib is read: there no raw arrays follow. */
    boolean inside() {
        return inside;
    }

    /** Reads the pickle of an array of objects that stands between two opcodes; returns the offset after it. */
    long inner(long from) {
        inside = true;
        try (var memo = new Memo()) {
            return new Machine(this, memo).run(from);
        } finally {
            inside = false;
        }
    }

    /** Tells what can only be told when everything was seen. */
    void finish() {
        globals.judgeUncalled(tellings);
        tellings.finish();
    }
}
