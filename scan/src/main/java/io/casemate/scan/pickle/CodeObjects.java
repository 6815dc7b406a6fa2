package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Judge;
import io.casemate.scan.call.Judgement.Level;
import io.casemate.scan.call.Value;
import java.util.List;
import java.util.Set;

/** Functions whose bytecode stands in the pickle: cloudpickle and dill write them, and whoever loads them means to call them. */
final class CodeObjects {
    private static final Set<String> MAKERS = Set.of(
            "types.CodeType",
            "builtins.code",
            "dill._dill._create_code",
            "dill.dill._create_code",
            "cloudpickle.cloudpickle._make_code",
            "numba.core.serialize._rebuild_code");

    private static final Set<String> NAMED_TYPES =
            Set.of("cloudpickle.cloudpickle._builtin_type", "dill._dill._load_type", "dill.dill._load_type");

    private static final Set<String> DANGEROUS_BUILTINS =
            Set.of("eval", "exec", "compile", "__import__", "open", "input", "breakpoint");

    private static final Set<String> DANGEROUS_MODULES = Set.of(
            "os", "posix", "nt", "subprocess", "pty", "socket", "ctypes", "shutil", "sys", "builtins", "importlib", "runpy");

    private CodeObjects() {}

    static Set<String> makers() {
        return MAKERS;
    }

    /** Whether a call makes a code object. */
    static boolean makes(Call call) {
        return switch (call.function()) {
            case Value.Global global -> MAKERS.contains(global.qualified());
            case Value.Result(Call type) ->
                type.function() instanceof Value.Global maker
                        && NAMED_TYPES.contains(maker.qualified())
                        && type.arguments().equals(List.of(Value.text("CodeType")));
            default -> false;
        };
    }

    static void tell(Call call, Reading reading, long at) {
        String danger = dangerous(call, reading.inspection().judge());
        if (danger.isEmpty()) {
            reading.tellings().tell("pickle/code-object", "", at, "holds the bytecode of a function");
        } else {
            reading.tellings()
                    .tell(
                            "pickle/dangerous-code-object",
                            "",
                            at,
                            "holds the bytecode of a function that uses '%s'".formatted(Words.quoted(danger)));
        }
    }

    /** A name that the code uses and that no model needs, or "". */
    private static String dangerous(Call call, Judge judge) {
        for (Value argument : call.arguments()) {
            if (argument instanceof Value.Items(List<Value> items, boolean complete)) {
                String found = dangerous(items, judge);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String dangerous(List<Value> names, Judge judge) {
        String module = "";
        for (Value value : names) {
            if (value instanceof Value.Text(String name)) {
                if (DANGEROUS_BUILTINS.contains(name)) {
                    return name;
                }
                if (!module.isEmpty()
                        && judge.reference(new Value.Global(module, name)).atLeast(Level.MALICIOUS)) {
                    return module + "." + name;
                }
                module = DANGEROUS_MODULES.contains(name) ? name : module;
            }
        }
        return "";
    }
}
