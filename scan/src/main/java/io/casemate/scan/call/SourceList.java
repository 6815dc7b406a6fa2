package io.casemate.scan.call;

import io.casemate.scan.call.Judgement.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What program code is told about when it calls it. A head of {@code source.txt} is what it does and how bad that is. */
final class SourceList {
    /**
     * One entry.
     *
     * @param danger what it does
     * @param level how bad that is in program code, which may have its reasons, unlike a file of weights
     */
    record Entry(Danger danger, Level level) {}

    private final Map<String, Entry> names = new HashMap<>();
    private final Set<String> tops = new HashSet<>();

    SourceList() {
        Lines.read("source.txt", (head, name) -> {
            int space = head.indexOf(' ');
            Danger danger = Danger.valueOf(head.substring(0, space).toUpperCase(Locale.ROOT));
            Level level = Level.valueOf(head.substring(space + 1).toUpperCase(Locale.ROOT));
            boolean whole = name.endsWith(".*");
            names.put(whole ? name.substring(0, name.length() - 2) : name, new Entry(danger, level));
            if (level == Level.MALICIOUS) {
                tops.add(Names.top(name));
            }
        });
        tops.remove("builtins");
        tops.remove("torch");
    }

    /** The entry for a qualified name, or for what it is in. */
    Optional<Entry> find(String qualified) {
        for (int end = qualified.length(); end > 0; end = qualified.lastIndexOf('.', end - 1)) {
            Entry entry = names.get(qualified.substring(0, end));
            if (entry != null) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Whether something in this module runs commands. */
    boolean dangerousModule(String module) {
        return tops.contains(Names.top(module));
    }
}
