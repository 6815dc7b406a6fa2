package io.casemate.core.knowledge.atlas;

import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Framework.Entry;
import io.casemate.core.knowledge.framework.Framework.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an edition has otherwise than the packed list. What the packed list keeps as superseded is no longer of its edition.
 *
 * @param added not packed, or packed as superseded
 * @param removed packed, and not in the edition
 * @param renamed by another name
 * @param moved in other tactics, or a part of another technique
 */
public record AtlasDifference(List<Entry> added, List<Entry> removed, List<Change> renamed, List<Change> moved) {
    /** An entry as it is packed and as the edition has it. */
    public record Change(Entry was, Entry now) {
        public String id() {
            return now.id();
        }
    }

    public AtlasDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        renamed = List.copyOf(renamed);
        moved = List.copyOf(moved);
    }

    public static AtlasDifference of(Framework packed, AtlasEdition edition) {
        Map<String, Entry> before = new TreeMap<>();
        packed.entries().values().stream()
                .filter(entry -> entry.status() != Status.SUPERSEDED)
                .forEach(entry -> before.put(entry.id(), entry));
        List<Change> both = new ArrayList<>();
        List<Entry> added = new ArrayList<>();
        for (Entry now : edition.entries().values()) {
            Entry was = before.remove(now.id());
            if (was == null) {
                added.add(now);
            } else {
                both.add(new Change(was, now));
            }
        }
        return new AtlasDifference(
                added,
                List.copyOf(before.values()),
                both.stream()
                        .filter(c -> !c.was().name().equals(c.now().name()))
                        .toList(),
                both.stream().filter(c -> moved(c.was(), c.now())).toList());
    }

    /** Whether there is none. */
    public boolean none() {
        return added.isEmpty() && removed.isEmpty() && renamed.isEmpty() && moved.isEmpty();
    }

    /** Packed ids that no longer mean what they did: removed, renamed or moved. */
    public Set<String> changed() {
        Set<String> changed = new LinkedHashSet<>();
        removed.forEach(entry -> changed.add(entry.id()));
        renamed.forEach(change -> changed.add(change.id()));
        moved.forEach(change -> changed.add(change.id()));
        return changed;
    }

    private static boolean moved(Entry was, Entry now) {
        return !was.parent().equals(now.parent())
                || !was.kind().equals(now.kind())
                || !Set.copyOf(was.in()).equals(Set.copyOf(now.in()));
    }
}
