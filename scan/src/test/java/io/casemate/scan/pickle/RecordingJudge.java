package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Judge;
import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is asked and calls everything unknown, so that a test sees each call as the machine saw it. */
final class RecordingJudge implements Judge {
    final List<Call> calls = new ArrayList<>();
    final List<String> references = new ArrayList<>();
    Trial trial;

    static RecordingJudge of(byte[] pickle) {
        var judge = new RecordingJudge();
        judge.trial = Trial.of(new PickleScanner(), Content.of("trial", pickle), Limits.DEFAULT, judge);
        return judge;
    }

    /** "CALL os.system" and the like. */
    List<String> seen() {
        return calls.stream()
                .map(call -> call.how() + " " + name(call.function()))
                .toList();
    }

    Call last() {
        return calls.getLast();
    }

    private static String name(Value value) {
        return switch (value) {
            case Value.Global global -> global.qualified();
            case Value.Result(Call call) -> name(call.function()) + "()";
            default -> value.getClass().getSimpleName();
        };
    }

    @Override
    public Judgement call(Call call) {
        calls.add(call);
        return new Judgement(Judgement.Level.UNKNOWN, "code/unknown-call", "calls " + name(call.function()));
    }

    @Override
    public Judgement reference(Value.Global global) {
        references.add(global.qualified());
        return new Judgement(Judgement.Level.UNKNOWN, "code/unknown-import", "imports " + global.qualified());
    }

    @Override
    public Need need(Value.Global global) {
        return Need.ARGUMENTS;
    }
}
