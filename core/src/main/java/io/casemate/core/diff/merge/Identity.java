package io.casemate.core.diff.merge;

import io.casemate.core.yaml.edit.SourceNode;
import io.casemate.core.yaml.edit.SourceNode.Mapping;
import io.casemate.core.yaml.edit.SourceNode.Scalar;
import io.casemate.core.yaml.edit.SourceNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By what an item of a list is the same in another version: its id, its scenario, its day. A part that was renamed goes by
 * the id it had in the version both came from.
 *
 * @param former the id of then, by the id of now, of what was renamed since, as its list of former ids says
 */
record Identity(Map<String, String> former) {
    private static final List<String> PARTS = List.of("elements", "flows");

    /** The identity of a version. */
    static Identity of(SourceNode version, SourceNode base) {
        Set<String> now = ids(version);
        Map<String, String> former = new HashMap<>();
        for (String list : PARTS) {
            for (Mapping item : items(version, list)) {
                strings(item.get("formerly")).stream()
                        .filter(old -> ids(base).contains(old) && !now.contains(old))
                        .findFirst()
                        .ifPresent(old -> former.put(text(item, "id"), old));
            }
        }
        return new Identity(former);
    }

    /** New ids by those of then. */
    Map<String, String> renamed() {
        Map<String, String> renamed = new HashMap<>();
        former.forEach((now, then) -> renamed.put(then, now));
        return renamed;
    }

    /** The items of a list by what each is known by, in their order; absent where the list is not of that sort. */
    Optional<Map<String, Integer>> places(String list, Sequence sequence) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            if (!(sequence.items().get(i) instanceof Mapping item)) {
                return Optional.empty();
            }
            String key = key(list, item);
            String free = key;
            for (int n = 2; places.containsKey(free); n++) {
                free = "%s #%d".formatted(key, n);
            }
            places.put(free, i);
        }
        return Optional.of(places);
    }

    private String key(String list, Mapping item) {
        String id = text(item, "id");
        return switch (list) {
            case "flows" -> id.isEmpty() ? then(text(item, "from")) + " to " + then(text(item, "to")) : then(id);
            case "treatments" -> {
                String scenario = text(item, "scenario");
                int at = scenario.indexOf('@') + 1;
                yield scenario.substring(0, at) + then(scenario.substring(at));
            }
            case "reviews" -> "%s by %s".formatted(text(item, "date"), text(item, "by"));
            case "statements" -> text(item, "requirement");
            case "artifacts" -> text(item, "path");
            default -> then(id);
        };
    }

    private String then(String id) {
        return former.getOrDefault(id, id);
    }

    private static Set<String> ids(SourceNode version) {
        Set<String> ids = new HashSet<>();
        PARTS.forEach(list -> items(version, list).forEach(item -> ids.add(text(item, "id"))));
        ids.remove("");
        return ids;
    }

    private static List<Mapping> items(SourceNode version, String list) {
        List<Mapping> items = new ArrayList<>();
        if (version instanceof Mapping top && top.get(list).orElse(version) instanceof Sequence sequence) {
            sequence.items().stream()
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .forEach(items::add);
        }
        return items;
    }

    private static List<String> strings(Optional<SourceNode> node) {
        return node.map(n -> n.scalars().stream().map(Scalar::text).toList()).orElse(List.of());
    }

    private static String text(Mapping item, String key) {
        return item.get(key)
                .filter(Scalar.class::isInstance)
                .map(n -> ((Scalar) n).text())
                .orElse("");
    }
}
