package io.casemate.core.model;

import io.casemate.core.model.ModelIds.Item;
import io.casemate.core.model.ModelIds.Kind;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads zones: how they nest, and the trust that each inherits from the one around it. */
final class ZoneReader {
    private static final int DEPTH_MAX = 32;
    private static final int SHOWN_MAX = 10;

    private record Draft(Item item, String name, String parent, OptionalInt trust) {}

    private final Map<String, Draft> drafts;
    private final Map<String, Integer> depths = new HashMap<>();
    private final Map<String, Integer> trusts = new HashMap<>();

    ZoneReader(List<Item> items, ModelIds ids) {
        drafts = items.stream()
                .map(item -> draft(item, ids))
                .filter(draft -> !draft.item().id().isEmpty())
                .collect(Collectors.toMap(d -> d.item().id(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            settle(draft);
            String id = draft.item().id();
            zones.add(new Zone(id, draft.name(), draft.parent(), trusts.getOrDefault(id, 0)));
        }
        return zones;
    }

    private static Draft draft(Item item, ModelIds ids) {
        YamlCursor at = item.at();
        Draft draft = new Draft(
                item,
                at.at("name").text(item.id()),
                ids.reference(Kind.ZONE, at.at("in")),
                at.at("trust").whole(0, 3));
        if (!at.at("in").present()) {
            at.at("trust").required("a zone that lies in no other states its trust, 0 (anybody) to 3 (few and vetted)");
        }
        at.noOtherKeys();
        return draft;
    }

    /** Finds depth and trust of a zone and of all zones around it whose depth is not known, the outermost first. */
    private void settle(Draft zone) {
        Map<String, Draft> chain = new LinkedHashMap<>();
        Optional<Draft> at = Optional.of(zone);
        while (at.isPresent() && !depths.containsKey(at.get().item().id())) {
            Draft outer = at.get();
            if (chain.putIfAbsent(outer.item().id(), outer) != null) {
                reportCycle(chain.keySet(), outer);
                break;
            }
            at = Optional.ofNullable(drafts.get(outer.parent()));
        }
        for (Draft inner : List.copyOf(chain.values()).reversed()) {
            String id = inner.item().id();
            int depth = depths.getOrDefault(inner.parent(), 0) + 1;
            depths.put(id, depth);
            trusts.put(id, inner.trust().orElse(trusts.getOrDefault(inner.parent(), 0)));
            if (depth == DEPTH_MAX + 1) {
                inner.item().at().report("nests deeper than %d zones".formatted(DEPTH_MAX), "make the zones flatter");
            }
        }
    }

    private static void reportCycle(Set<String> chain, Draft again) {
        String id = again.item().id();
        List<String> zones = chain.stream().dropWhile(i -> !i.equals(id)).toList();
        String more = zones.size() > SHOWN_MAX ? " in ... (%d more)".formatted(zones.size() - SHOWN_MAX) : "";
        String cycle = zones.stream().limit(SHOWN_MAX).collect(Collectors.joining(" in ")) + more;
        again.item().at().at("in").report("zones lie in a cycle: %s in %s".formatted(cycle, id), "take one 'in' away");
    }
}
