package io.casemate.core.knowledge.atlas;

import io.casemate.core.knowledge.framework.Framework.Entry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one published file of ATLAS lists.
 *
 * @param version of its content: {@code 5.6.0} or {@code 2026.09}
 * @param format of the file: {@code 5.x}, or as it says, {@code 6.0.0}
 * @param entries tactics, techniques, sub-techniques and mitigations by id, in the order of the ids
 */
public record AtlasEdition(String version, String format, Map<String, Entry> entries) {
    public AtlasEdition {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Whether this was published before the other version. */
    public boolean before(String other) {
        String[] mine = version.split("\\.");
        String[] its = other.split("\\.");
        for (int i = 0; i < Math.max(mine.length, its.length); i++) {
            int order = Integer.compare(part(mine, i), part(its, i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static int part(String[] parts, int i) {
        return i < parts.length && parts[i].matches("[0-9]{1,6}") ? Integer.parseInt(parts[i]) : 0;
    }
}
