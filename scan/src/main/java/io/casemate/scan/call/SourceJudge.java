package io.casemate.scan.call;

import java.util.List;
import java.util.Optional;

/** Judges the calls that program code makes. */
final class SourceJudge implements Judge {
    private final Register register;

    SourceJudge(Register register) {
        this.register = register;
    }

    @Override
    public Judgement call(Call call) {
        return target(call.function())
                .flatMap(function -> register.danger(function)
                        .map(denied -> Wording.call(
                                denied.danger().level,
                                "calls %s, %s".formatted(Wording.shown(call, function), denied.danger().words))))
                .orElse(Judgement.SAFE);
    }

    @Override
    public Judgement reference(Value.Global global) {
        return Judgement.SAFE;
    }

    @Override
    public Need need(Value.Global global) {
        return Need.ARGUMENTS;
    }

    private static Optional<String> target(Value function) {
        return switch (function) {
            case Value.Global global -> Optional.of(global.qualified());
            case Value.Result(
                    Call(Value.Global(String module, String name), List<Value> arguments, var c, var k, var h))
            when name.equals("getattr")
                    && arguments.size() >= 2
                    && arguments.get(0) instanceof Value.Global owner
                    && arguments.get(1) instanceof Value.Text(String attribute) ->
                Optional.of(owner.qualified() + "." + attribute);
            default -> Optional.empty();
        };
    }
}
