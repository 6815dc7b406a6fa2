package io.casemate.scan.call;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of a function says that it does, where nothing else is known of it. */
final class Verbs {
    /** First or only words of names of functions that import, run, load, or reach files and networks. */
    private static final Set<String> FIRST = Set.of(
            "import",
            "exec",
            "execute",
            "execfile",
            "execv",
            "eval",
            "evaluate",
            "literal",
            "run",
            "runfile",
            "spawn",
            "system",
            "popen",
            "shell",
            "sh",
            "command",
            "compile",
            "invoke",
            "launch",
            "interact",
            "install",
            "download",
            "fetch",
            "urlopen",
            "urlretrieve",
            "open",
            "connect",
            "load",
            "loads",
            "read",
            "write",
            "save",
            "dump",
            "dumps",
            "unlink",
            "rmdir",
            "rmtree",
            "remove",
            "delete",
            "rename",
            "chmod",
            "mkdir",
            "symlink",
            "touch",
            "tofile",
            "fromfile",
            "query",
            "getoutput",
            "subprocess",
            "unpickle",
            "unserialize");

    private static final Set<String> LAST = Set.of(
            "eval",
            "exec",
            "import",
            "shell",
            "cmd",
            "command",
            "file",
            "url",
            "urlopen",
            "system",
            "popen",
            "pickle",
            "csv",
            "sql",
            "hdf",
            "excel",
            "parquet",
            "feather",
            "clipboard",
            "subprocess",
            "code",
            "script",
            "path",
            "download",
            "module");
    /** Second words that make a first word harmless: {@code load_state_dict}, {@code save_hyperparameters}. */
    private static final Set<String> TAME =
            Set.of("state", "hook", "pre", "post", "hyperparameters", "args", "params", "only", "time");

    private Verbs() {}

    /** Whether a function of that name should run, load, or reach something: {@code import_item}, {@code parseFile}, {@code run}. */
    static boolean reachesOut(String name) {
        List<String> words = words(Names.last(name));
        if (words.isEmpty() || (words.getFirst().startsWith("unpickle") && words.size() > 1)) {
            return false; // _unpickle_timestamp: how Cython names what restores
        }
        boolean tame = words.size() > 1 && TAME.contains(words.get(1));
        return (FIRST.contains(words.getFirst()) && !tame)
                || (words.size() > 1 && LAST.contains(words.getLast()))
                || words.contains("subprocess");
    }

    /** Words of a name in snake case or camel case. */
    private static List<String> words(String name) {
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        return Arrays.stream(spaced.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
