package io.casemate.scan.pickle;

import io.casemate.scan.call.Judge.Need;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Stopped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The distinct globals of a content, each asked about once. */
final class Globals {
    private static final int GLOBALS_MAX = 100_000;
    private static final long LETTERS_MAX = 8 << 20;
    private final Inspection inspection;
    /** Globals whose calls this reader follows itself, whatever the judge needs. */
    private final Set<String> followed;

    /** Their numbers; the complement of it where no call needs to be looked at. */
    private final Map<Value.Global, Integer> numbers = new HashMap<>();

    private final List<Value.Global> known = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private final List<Boolean> called = new ArrayList<>();
    private long letters;

    Globals(Inspection inspection, Set<String> followed) {
        this.inspection = inspection;
        this.followed = followed;
    }

    /** The slot of a global. */
    long slot(String module, String name, long offset) {
        var global = new Value.Global(module, name);
        Integer number = numbers.get(global);
        if (number == null) {
            number = add(global, offset);
        }
        return number < 0 ? Slot.of(Slot.CALM_GLOBAL, ~number) : Slot.of(Slot.GLOBAL, number);
    }

    private int add(Value.Global global, long offset) {
        letters += global.module().length() + global.name().length();
        if (known.size() >= GLOBALS_MAX || letters > LETTERS_MAX) {
            throw new Stopped("more than %,d distinct globals".formatted(GLOBALS_MAX));
        }
        int number = known.size();
        known.add(global);
        offsets.add(offset);
        inspection.needs(global.module(), global.name());
        boolean calm =
                !followed.contains(global.qualified()) && inspection.judge().need(global) == Need.NOTHING;
        called.add(calm);
        int key = calm ? ~number : number;
        numbers.put(global, key);
        return key;
    }

    Value.Global get(int number) {
        return known.get(number);
    }

    /** Notes that a call of it was judged. */
    void called(int number) {
        called.set(number, true);
    }

    /** Judges the globals that nothing calls. */
    void judgeUncalled(Tellings tellings) {
        for (int i = 0; i < known.size(); i++) {
            if (!called.get(i)) {
                tellings.tell(
                        inspection.judge().reference(known.get(i)), known.get(i).qualified(), offsets.get(i));
            }
        }
    }
}
