package io.casemate.core.knowledge.fact;

import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Named;
import io.casemate.core.yaml.YamlCursor;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names for kinds of elements and for groups of them.
 *
 * @param titles a title for each kind
 * @param groups kinds by the name of a group, which may stand wherever a kind stands
 */
public record KindGroups(Map<ElementKind, String> titles, Map<String, Set<ElementKind>> groups) {
    public static final KindGroups NONE = new KindGroups(Map.of(), Map.of());

    public KindGroups {
        titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    public static KindGroups read(YamlCursor top) {
        Map<ElementKind, String> titles = new EnumMap<>(ElementKind.class);
        YamlCursor kinds = top.at("kinds").required("give each kind a title");
        for (ElementKind kind : ElementKind.values()) {
            titles.put(kind, FieldReader.text(kinds.at(kind.id()), "give the kind a title"));
        }
        kinds.noOtherKeys();
        Map<String, Set<ElementKind>> groups = new LinkedHashMap<>();
        top.at("groups").entries().forEach((name, members) -> {
            if (Named.find(ElementKind.class, name).isPresent()) {
                members.report("has the name of a kind", "give the group another name");
            }
            groups.put(name, FieldReader.constants(members, ElementKind.class));
        });
        top.noOtherKeys();
        return new KindGroups(titles, groups);
    }

    /** The kinds named here, each by its own name or by that of a group. */
    public Set<ElementKind> kinds(YamlCursor at) {
        Set<ElementKind> kinds = EnumSet.noneOf(ElementKind.class);
        for (YamlCursor item : FieldReader.list(at)) {
            String name = FieldReader.text(item, "name a kind or a group of kinds");
            var kind = Named.find(ElementKind.class, name);
            Set<ElementKind> group = groups.getOrDefault(name, Set.of());
            kind.ifPresent(kinds::add);
            kinds.addAll(group);
            if (kind.isEmpty() && group.isEmpty() && !name.isEmpty()) {
                item.unknown("kind", names());
            }
        }
        return kinds;
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        titles.keySet().forEach(kind -> names.add(kind.id()));
        names.addAll(groups.keySet());
        return names;
    }
}
