package io.casemate.scan.call;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement.Level;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/** Short words for the tests of this package. */
final class Ask {
    static final Judge JUDGE = Judges.builtIn();

    private Ask() {}

    /** A global written in one: "os:system", or "os.system" where the last dot divides. */
    static Value.Global global(String written) {
        int divide = written.indexOf(':') >= 0 ? written.indexOf(':') : written.lastIndexOf('.');
        return new Value.Global(written.substring(0, divide), written.substring(divide + 1));
    }

    static Level call(String function, Value... arguments) {
        return JUDGE.call(Call.of(global(function), arguments)).level();
    }

    static Value result(String function, Value... arguments) {
        return new Value.Result(Call.of(global(function), arguments));
    }

    static Level on(How how, Value target, Value... arguments) {
        return JUDGE.call(new Call(target, List.of(arguments), true, Map.of(), how))
                .level();
    }

    static Value bytes(int length) {
        return new Value.Bytes(MemorySegment.ofArray(new byte[length]), true);
    }

    static Value whole(long number) {
        return new Value.Whole(number);
    }

    static Value entries(Value... keysAndValues) {
        return new Value.Entries(List.of(keysAndValues), true);
    }
}
