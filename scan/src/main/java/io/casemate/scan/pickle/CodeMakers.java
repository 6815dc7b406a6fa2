package io.casemate.scan.pickle;

import io.casemate.scan.bytecode.CodeObjects;
import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.List;
import java.util.Set;

/** Functions whose bytecode stands in the pickle: cloudpickle and dill write them, and whoever loads them means to call them. */
final class CodeMakers {
    /** Functions whose result is a code object of their arguments. */
    static final Set<String> NAMES = Set.of(
            "types.CodeType",
            "builtins.code",
            "dill._dill._create_code",
            "dill.dill._create_code",
            "cloudpickle.cloudpickle._make_code");

    private static final Set<String> NAMED_TYPES = Set.of(
            "cloudpickle.cloudpickle._builtin_type",
            "cloudpickle.cloudpickle_fast._builtin_type",
            "cloudpickle._builtin_type",
            "dill._dill._load_type",
            "dill.dill._load_type");

    private CodeMakers() {}

    /** Judges the bytecode where a call makes a code object. */
    static void look(Call call, Reading reading, long at) {
        if (makes(call)) {
            reading.tellings().tell("pickle/code-object", "", at, "holds the bytecode of a function");
            CodeObjects.judge(call.arguments(), reading.inspection(), at);
        }
    }

    private static boolean makes(Call call) {
        return switch (call.function()) {
            case Value.Global global -> NAMES.contains(global.qualified());
            case Value.Result(Call type) ->
                type.function() instanceof Value.Global maker
                        && NAMED_TYPES.contains(maker.qualified())
                        && type.arguments().equals(List.of(Value.text("CodeType")));
            default -> false;
        };
    }
}
