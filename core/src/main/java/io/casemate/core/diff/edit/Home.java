package io.casemate.core.diff.edit;

import io.casemate.core.diff.edit.Act.Aspect;
import io.casemate.core.diff.edit.Key.Kind;
import java.util.Comparator;

/** The part and aspect that a key belongs to. */
record Home(Kind kind, String id, Aspect aspect) implements Comparable<Home> {
    private static final Comparator<Home> ORDER =
            Comparator.comparing(Home::kind).thenComparing(Home::id).thenComparing(Home::aspect);

    static Home whole(Kind kind, String id) {
        return new Home(kind, id, Aspect.WHOLE);
    }

    boolean isWhole(Kind of) {
        return kind == of && aspect == Aspect.WHOLE;
    }

    @Override
    public int compareTo(Home other) {
        return ORDER.compare(this, other);
    }
}
