package io.casemate.scan.python;

import io.casemate.scan.call.Value;
import java.util.Optional;
import java.util.Set;

/** Ways by which code climbs from an object to the classes and builtins of the interpreter. */
final class Climbs {
    private static final Set<String> KEYS = Set.of(
            "os",
            "sys",
            "system",
            "popen",
            "eval",
            "exec",
            "open",
            "__import__",
            "__builtins__",
            "builtins",
            "subprocess",
            "linecache");

    private Climbs() {}

    /** {@code x.__class__.__base__.__subclasses__}: all classes there are. */
    static Optional<String> attribute(Syntax node) {
        String name = node.child("attribute").map(Syntax::text).orElse("");
        String object = node.child("object").map(Syntax::text).orElse("");
        boolean classes = name.equals("__subclasses__")
                && (object.contains("__base")
                        || object.contains("__mro__")
                        || object.equals("object")
                        || object.equals("type"));
        return classes ? Optional.of("all classes of the interpreter") : Optional.empty();
    }

    /** {@code f.__globals__['os']}: what another module imported. */
    static Optional<String> subscript(Syntax node, Value key) {
        String object = node.child("value")
                .filter(child -> child.is("attribute"))
                .flatMap(child -> child.child("attribute"))
                .map(Syntax::text)
                .orElse("");
        boolean globals = object.equals("__globals__") || object.equals("__builtins__") || object.equals("f_globals");
        return globals && key instanceof Value.Text(String name) && KEYS.contains(name)
                ? Optional.of("'%s' of another module".formatted(name))
                : Optional.empty();
    }

    /** {@code vars(builtins)['eval']}: a function that runs something, taken out of the names of its module. */
    static Optional<String> dictionary(Value element) {
        return running(element).map("'%s' by its name in a dictionary"::formatted);
    }

    /** A function that runs something, written in letters that Python takes for plain ones. */
    static Optional<String> disguised(Value value) {
        return running(value).map("'%s' in other letters"::formatted);
    }

    private static Optional<String> running(Value value) {
        return value instanceof Value.Global global
                        && Kind.of(global.qualified())
                                .filter(kind -> kind == Kind.COMMAND || kind == Kind.CODE)
                                .isPresent()
                ? Optional.of(global.qualified())
                : Optional.empty();
    }
}
