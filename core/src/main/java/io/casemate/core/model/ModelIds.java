package io.casemate.core.model;

import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** All ids of a file, claimed before anything refers to one. An id is claimed once over all kinds, former ids included. */
final class ModelIds {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LENGTH_MAX = 64;

    /** What can be referred to. */
    enum Kind {
        ASSET,
        ADVERSARY,
        ZONE,
        ELEMENT,
        FLOW
    }

    /**
     * An entry of one of the lists.
     *
     * @param id empty where it has none
     */
    record Item(String id, YamlCursor at) {}

    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> former = new LinkedHashMap<>();
    private final Map<Kind, Set<String>> byKind = new EnumMap<>(Kind.class);
    private final Set<String> places = new LinkedHashSet<>();
    private final Set<String> targets = new LinkedHashSet<>();
    private final Set<String> missing = new HashSet<>();

    /** The entries of a list with the ids they must have. */
    List<Item> claim(Kind kind, List<YamlCursor> entries) {
        List<Item> items = new ArrayList<>();
        for (YamlCursor entry : entries) {
            items.add(claim(kind, entry, entry.at("id").required("give it an id of its own, such as fraud-model")));
        }
        return items;
    }

    /** The flows with the ids they state; see {@link #nameFlows} for the others. */
    List<Item> claimFlows(List<YamlCursor> entries) {
        return entries.stream()
                .map(entry -> claim(Kind.FLOW, entry, entry.at("id")))
                .toList();
    }

    /** The former ids of the entries. */
    void claimFormer(List<Item> items) {
        for (Item item : items) {
            for (YamlCursor old : item.at().at("formerly").items()) {
                String id = old.required("write an id or remove the item").text("");
                check(id, old);
                if (take(id, old)) {
                    former.put(id, item.id());
                }
            }
        }
    }

    /** The flows, those without an id named after their ends: {@code web-to-api}, then {@code web-to-api-2}, ... */
    List<Item> nameFlows(List<Item> flows) {
        Map<String, Integer> next = new HashMap<>();
        List<Item> named = new ArrayList<>();
        for (Item flow : flows) {
            named.add(flow.at().at("id").present() ? flow : new Item(freeId(flow.at(), next), flow.at()));
        }
        return named;
    }

    private String freeId(YamlCursor flow, Map<String, Integer> next) {
        YamlCursor from = flow.at("from");
        YamlCursor to = flow.at("to");
        if (from.form() != YamlCursor.Form.TEXT || to.form() != YamlCursor.Form.TEXT) {
            return "";
        }
        String base = "%s-to-%s".formatted(from.text(""), to.text(""));
        String id = base;
        while (lines.putIfAbsent(id, flow.line()) != null) {
            id = "%s-%d".formatted(base, next.merge(base, 1, Integer::sum) + 1);
        }
        add(Kind.FLOW, id);
        return id;
    }

    /** The id stated here, which must be one of that kind; empty after a problem. */
    String reference(Kind kind, YamlCursor at) {
        return reference(kind.name().toLowerCase(Locale.ROOT), ids(kind), at);
    }

    /** The ids listed here, each once, which must be of that kind. */
    List<String> references(Kind kind, YamlCursor list) {
        return references(kind.name().toLowerCase(Locale.ROOT), ids(kind), list);
    }

    /** The ids of zones and elements listed here. */
    List<String> places(YamlCursor list) {
        return references("zone or element", places, list);
    }

    /** Whether a scenario can aim at this id: that of an element or flow, now or formerly. */
    boolean isTarget(String id) {
        return targets.contains(id) || former.containsKey(id);
    }

    /** The ids a scenario can aim at. */
    Collection<String> targets() {
        return targets;
    }

    private Set<String> ids(Kind kind) {
        return byKind.computeIfAbsent(kind, k -> new LinkedHashSet<>());
    }

    private void add(Kind kind, String id) {
        ids(kind).add(id);
        switch (kind) {
            case ASSET, ADVERSARY -> {}
            case ZONE -> places.add(id);
            case ELEMENT -> {
                places.add(id);
                targets.add(id);
            }
            case FLOW -> targets.add(id);
        }
    }

    private List<String> references(String noun, Set<String> known, YamlCursor list) {
        Set<String> references = new LinkedHashSet<>();
        for (YamlCursor item : list.items()) {
            String id = reference(noun, known, item.required("write an id or remove the item"));
            if (!id.isEmpty() && !references.add(id)) {
                item.report("names %s '%s' again".formatted(noun, id), "list it once");
            }
        }
        return List.copyOf(references);
    }

    private String reference(String noun, Set<String> known, YamlCursor at) {
        String id = at.text("");
        if (id.isEmpty() || known.contains(id)) {
            return id;
        }
        Optional<String> now = Optional.ofNullable(former.get(id)).filter(known::contains);
        if (now.isPresent()) {
            at.report("unknown %s '%s'".formatted(noun, id), "it is now called '%s'".formatted(now.get()));
        } else if (!known.isEmpty() || missing.add(noun)) { // where there are none at all, once is enough
            at.unknown(noun, known);
        }
        return "";
    }

    private Item claim(Kind kind, YamlCursor entry, YamlCursor at) {
        String id = at.text("");
        if (at.present()) {
            check(id, at);
            take(id, at);
            add(kind, id);
        }
        return new Item(id, entry);
    }

    private static void check(String id, YamlCursor at) {
        if (at.form() != YamlCursor.Form.TEXT) {
            return;
        }
        if (id.length() > LENGTH_MAX) {
            at.report("is longer than %d characters".formatted(LENGTH_MAX), "shorten it; the name may be long");
        } else if (!FORM.matcher(id).matches()) {
            String kebab = kebab(id);
            at.invalid(
                    "is no id",
                    kebab.isEmpty()
                            ? "use small letters, digits and single hyphens"
                            : "use small letters, digits and single hyphens, such as '%s'".formatted(kebab));
        }
    }

    private boolean take(String id, YamlCursor at) {
        if (at.form() != YamlCursor.Form.TEXT) {
            return false;
        }
        Optional<Integer> before = Optional.ofNullable(lines.putIfAbsent(id, at.line()));
        before.ifPresent(line -> at.invalid(
                "is taken since line %d".formatted(line),
                "choose another id: ids and former ids are unique over the whole file"));
        return before.isEmpty();
    }

    private static String kebab(String id) {
        return id.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
