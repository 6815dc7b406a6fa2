package io.casemate.cli.scan;

import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.ScanReport;
import java.util.SortedSet;
import java.util.TreeSet;

/** The exact globals that files need, as Python that a restricted unpickler can take as it is. */
final class AllowListText {
    private AllowListText() {}

    static String of(ScanReport report) {
        SortedSet<String> globals = new TreeSet<>();
        var text = new StringBuilder("# The globals that these files need, and no other:\n");
        for (FileReport file : report.files()) {
            globals.addAll(file.needs());
            text.append("#   %s  sha256:%s%n".formatted(file.path().replaceAll("\\p{Cntrl}", "?"), file.sha256()));
        }
        text.append("""
                import pickle

                ALLOWED = {
                """);
        for (String global : globals) {
            int dot = global.lastIndexOf('.');
            text.append("    (%s, %s),%n"
                    .formatted(quoted(global.substring(0, Math.max(0, dot))), quoted(global.substring(dot + 1))));
        }
        return text.append("""
                        }


                        class RestrictedUnpickler(pickle.Unpickler):
                            def find_class(self, module, name):
                                if (module, name) not in ALLOWED:
                                    raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
                                return super().find_class(module, name)
                        """).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
