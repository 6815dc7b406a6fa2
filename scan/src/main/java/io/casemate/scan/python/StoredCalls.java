package io.casemate.scan.python;

import io.casemate.scan.bytecode.Folding;
import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.Optional;
import java.util.Set;

/** Calls and attributes that Python's {@code operator} keeps until an object is handed over, and modules named at run time. */
final class StoredCalls {
    private static final Set<String> IMPORTERS =
            Set.of("builtins.__import__", "importlib.import_module", "importlib.__import__");
    /** Functions by whose bare name it is plain which module must hold them. */
    private static final Set<String> OF_OS = Set.of("system", "popen", "execv", "execve", "execvp", "execl", "execlp");

    private static final Set<String> OF_SUBPROCESS =
            Set.of("Popen", "check_output", "check_call", "getoutput", "getstatusoutput");

    private StoredCalls() {}

    /** {@code methodcaller('system', 'id')(os)} is {@code os.system('id')}. */
    static Optional<Call> called(Call call) {
        return kept(call, "operator.methodcaller").map(stored -> {
            Value method = Folding.attribute(
                    call.arguments().getFirst(),
                    ((Value.Text) stored.arguments().getFirst()).text());
            var arguments = stored.arguments().subList(1, stored.arguments().size());
            return new Call(method, arguments, stored.complete(), stored.keywords(), Call.How.CALL);
        });
    }

    /** {@code attrgetter('path.join')(os)} is {@code os.path.join}. */
    static Optional<Value> taken(Call call) {
        return kept(call, "operator.attrgetter").map(stored -> {
            Value value = call.arguments().getFirst();
            for (String name :
                    ((Value.Text) stored.arguments().getFirst()).text().split("\\.", -1)) {
                value = Folding.attribute(value, name);
            }
            return value;
        });
    }

    private static Optional<Call> kept(Call call, String maker) {
        return call.function() instanceof Value.Result(Call stored)
                        && stored.function() instanceof Value.Global function
                        && function.qualified().equals(maker)
                        && call.arguments().size() == 1
                        && !stored.arguments().isEmpty()
                        && stored.arguments().getFirst() instanceof Value.Text
                ? Optional.of(stored)
                : Optional.empty();
    }

    /** {@code import_module(name).system}: whatever the name is, only one module has such a function. */
    static Value attribute(Value object, String name, Value attribute) {
        boolean imported = object instanceof Value.Result(Call call)
                && call.function() instanceof Value.Global function
                && IMPORTERS.contains(function.qualified());
        if (!imported) {
            return attribute;
        }
        return OF_OS.contains(name)
                ? new Value.Global("os", name)
                : OF_SUBPROCESS.contains(name) ? new Value.Global("subprocess", name) : attribute;
    }
}
