package io.casemate.core.diff.edit;

import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.model.SystemModel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which ids of one model are other ids in another: by {@code formerly} in either, else by likeness.
 *
 * @param renamed the renames of each kind, in the order of the later model
 */
public record Renames(Map<Kind, List<Rename>> renamed) {
    /**
     * One part under two ids.
     *
     * @param written whether {@code formerly} says so; else the parts are alike
     * @param implied whether it only follows from another rename: a flow that is named after its ends
     */
    public record Rename(Kind kind, String before, String after, boolean written, boolean implied) {}

    public Renames {
        renamed = Collections.unmodifiableMap(new EnumMap<>(renamed));
    }

    /** Finds them; the same pairs whichever model comes first. */
    public static Renames between(SystemModel before, SystemModel after) {
        return new Matching(before, after).renames();
    }

    /** The earlier model in the ids of the later one; what was renamed is formerly what it was called in either. */
    public SystemModel translated(SystemModel before, SystemModel after) {
        return new Renaming(this, before, after).before();
    }

    /** The later model, in which what was renamed is formerly what it was called in either, written or not. */
    public SystemModel credited(SystemModel before, SystemModel after) {
        return new Renaming(this, before, after).after();
    }

    /** Later ids by earlier ones. */
    Map<String, String> ids(Kind kind) {
        Map<String, String> ids = new LinkedHashMap<>();
        of(kind).forEach(r -> ids.put(r.before(), r.after()));
        return ids;
    }

    List<Rename> of(Kind kind) {
        return renamed.getOrDefault(kind, List.of());
    }
}
