package io.casemate.scan.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that Python code uses without defining them. */
final class Names {
    /** Builtin functions and classes that matter to whoever reads code; the others are not told apart from unknown names. */
    static final Set<String> BUILTINS = Set.of(
            "__import__",
            "abs",
            "all",
            "any",
            "ascii",
            "bin",
            "bool",
            "breakpoint",
            "bytearray",
            "bytes",
            "callable",
            "chr",
            "classmethod",
            "compile",
            "complex",
            "delattr",
            "dict",
            "dir",
            "divmod",
            "enumerate",
            "eval",
            "exec",
            "execfile",
            "exit",
            "filter",
            "float",
            "format",
            "frozenset",
            "getattr",
            "globals",
            "hasattr",
            "hash",
            "help",
            "hex",
            "id",
            "input",
            "int",
            "isinstance",
            "issubclass",
            "iter",
            "len",
            "list",
            "locals",
            "map",
            "max",
            "memoryview",
            "min",
            "next",
            "object",
            "oct",
            "open",
            "ord",
            "pow",
            "print",
            "property",
            "quit",
            "range",
            "raw_input",
            "reload",
            "repr",
            "reversed",
            "round",
            "set",
            "setattr",
            "slice",
            "sorted",
            "staticmethod",
            "str",
            "sum",
            "super",
            "tuple",
            "type",
            "unicode",
            "vars",
            "zip",
            "__build_class__",
            "__loader__",
            "__spec__");

    /** Modules under the names by which code mostly knows them; loaders leave many of these in their globals. */
    static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("os", "os"),
            Map.entry("sys", "sys"),
            Map.entry("subprocess", "subprocess"),
            Map.entry("socket", "socket"),
            Map.entry("shutil", "shutil"),
            Map.entry("marshal", "marshal"),
            Map.entry("pickle", "pickle"),
            Map.entry("base64", "base64"),
            Map.entry("builtins", "builtins"),
            Map.entry("importlib", "importlib"),
            Map.entry("ctypes", "ctypes"),
            Map.entry("requests", "requests"),
            Map.entry("urllib", "urllib"),
            Map.entry("types", "types"),
            Map.entry("inspect", "inspect"),
            Map.entry("np", "numpy"),
            Map.entry("numpy", "numpy"),
            Map.entry("math", "math"),
            Map.entry("tf", "tensorflow"),
            Map.entry("tensorflow", "tensorflow"),
            Map.entry("keras", "keras"),
            Map.entry("K", "keras.backend"),
            Map.entry("torch", "torch"),
            Map.entry("pd", "pandas"),
            Map.entry("jnp", "jax.numpy"));

    /** Modules whose functions reach the world. */
    static final List<String> DANGEROUS_MODULES = List.of(
            "builtins",
            "os",
            "posix",
            "nt",
            "subprocess",
            "sys",
            "socket",
            "shutil",
            "ctypes",
            "importlib",
            "marshal",
            "pickle",
            "requests",
            "urllib.request",
            "pty",
            "runpy",
            "code",
            "commands",
            "multiprocessing",
            "webbrowser");

    private Names() {}

    /** Whether a text could be a name of Python. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= 100
                && Character.isJavaIdentifierStart(text.charAt(0))
                && text.chars().allMatch(Character::isJavaIdentifierPart);
    }
}
