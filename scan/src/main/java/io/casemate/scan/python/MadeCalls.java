package io.casemate.scan.python;

import io.casemate.scan.bytecode.Folding;
import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes the calls of a source, and those that a call may make of functions handed to it. */
final class MadeCalls {
    private final SourceReader reader;
    private final Notes notes;
    private final Decoding decoding = new Decoding();

    MadeCalls(SourceReader reader, Notes notes) {
        this.reader = reader;
        this.notes = notes;
    }

    /** Says that a value was made readable by the code itself. */
    void decoded(Value value) {
        decoding.mark(value);
    }

    /** Notes a call; returns what it comes to. */
    Value note(Call made, Syntax at) {
        Optional<Value> taken = StoredCalls.taken(made);
        if (taken.isPresent()) {
            return taken.get();
        }
        Call call = StoredCalls.called(made).orElse(made);
        if (call.function() instanceof Value.Global || call.function() instanceof Value.Result) {
            notes.add(new Made(call, reader.function(), reader.when(), at.start, decoding.isDecoded(call)));
        }
        var all = new ArrayList<Value>(call.arguments());
        all.addAll(call.keywords().values());
        for (Value argument : all) {
            passed(argument, all, at);
        }
        return decoding.marked(call, Folding.call(call));
    }

    /** A dangerous function that is handed to another with what it may be called with: {@code map(os.system, names)}. */
    private void passed(Value argument, List<Value> all, Syntax at) {
        boolean local =
                argument instanceof Value.Global global && global.module().equals(Scope.LOCAL);
        if (!local && !Scope.isDangerous(argument)) {
            return;
        }
        List<Value> with = all.stream()
                .filter(other -> !other.equals(argument))
                .limit(1)
                .map(other ->
                        other instanceof Value.Items items && !items.items().isEmpty()
                                ? items.items().getFirst()
                                : other)
                .toList();
        var call = new Call(argument, with, false, Map.of(), Call.How.CALL);
        notes.add(new Made(call, reader.function(), reader.when(), at.start, decoding.isDecoded(call)));
    }
}
