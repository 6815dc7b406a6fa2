package io.casemate.scan.python;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.Optional;
import java.util.Set;

/** Paths that source puts together from parts, with {@code {}} for what is not known. */
final class PathTexts {
    private static final int DEPTH_MAX = 12;
    private static final Set<String> MAKERS = Set.of(
            "pathlib.Path",
            "pathlib.PosixPath",
            "pathlib.WindowsPath",
            "pathlib.Path.joinpath",
            "pathlib.Path.home",
            "pathlib.Path.home.joinpath",
            "pathlib.Path.expanduser",
            "os.path.join",
            "os.path.expanduser",
            "os.path.expandvars",
            "os.path.abspath",
            "posixpath.join");

    private static final Set<String> PACKAGES = Set.of("site.getusersitepackages", "site.getsitepackages");
    private static final Set<String> USES = Set.of("open", "read_text", "read_bytes", "write_text", "write_bytes");

    private PathTexts() {}

    /** {@code directory / name}, or {@code directory + '/name'}. */
    static Optional<Value> joined(Value directory, Value name) {
        boolean parts = directory instanceof Value.Result
                && (name instanceof Value.Text || name instanceof Value.Result)
                && of(directory).isPresent();
        return parts
                ? Optional.of(new Value.Result(Call.of(new Value.Global("pathlib", "Path"), directory, name)))
                : Optional.empty();
    }

    /** The path that a value stands for, where it is text or made of texts. */
    static Optional<String> of(Value value) {
        return of(value, 0);
    }

    private static Optional<String> of(Value value, int depth) {
        if (value instanceof Value.Text(String text)) {
            return Optional.of(text);
        }
        if (depth > DEPTH_MAX
                || !(value instanceof Value.Result(Call call))
                || !(call.function() instanceof Value.Global function)) {
            return Optional.empty();
        }
        if (PACKAGES.contains(function.qualified())) {
            return Optional.of("site-packages");
        }
        if (!MAKERS.contains(function.qualified())) {
            return Optional.empty();
        }
        var path = new StringBuilder(function.name().contains("home") ? "~" : "");
        for (Value part : call.arguments()) {
            path.append(path.isEmpty() ? "" : "/").append(of(part, depth + 1).orElse("{}"));
        }
        return Optional.of(path.toString().replace("//", "/"));
    }

    /** {@code path.open()}, {@code path.write_text(...)} as the opening of that path. */
    static Optional<Call> opened(Value object, String method) {
        return USES.contains(method) && object instanceof Value.Result
                ? of(object).map(path -> Call.of(new Value.Global("io", "open"), Value.text(path)))
                : Optional.empty();
    }
}
