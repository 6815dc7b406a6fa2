package io.casemate.scan.call;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known to be dangerous, exactly ("os.system") or with all that is below it ("subprocess.*"). */
final class DenyList {
    private final Map<String, Danger> names = new HashMap<>(4096);
    private final Map<String, Danger> modules = new HashMap<>(1024);

    DenyList() {
        Lines.read("denied.txt", (danger, pattern) -> {
            Danger kind = Danger.valueOf(danger.toUpperCase(Locale.ROOT));
            Danger before = pattern.endsWith(".*")
                    ? modules.put(pattern.substring(0, pattern.length() - 2), kind)
                    : names.put(pattern, kind);
            if (before != null) {
                throw new IllegalStateException("denied.txt names %s twice".formatted(pattern));
            }
        });
    }

    /** What the list says of a qualified name: of itself, of the nearest thing it is in, or of what it is a part of. */
    Optional<Standing.Denied> find(String qualified) {
        for (int end = qualified.length(); end > 0; end = qualified.lastIndexOf('.', end - 1)) {
            String part = qualified.substring(0, end);
            Danger danger = names.get(part);
            if (danger == null) {
                danger = modules.get(part);
            }
            if (danger != null) {
                return Optional.of(new Standing.Denied(danger, part));
            }
        }
        return Optional.empty();
    }

    /** Everything that is named exactly, for the tests. */
    Set<String> all() {
        return names.keySet();
    }
}
