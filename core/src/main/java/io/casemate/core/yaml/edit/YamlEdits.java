package io.casemate.core.yaml.edit;

import io.casemate.core.yaml.Yaml;
import io.casemate.core.yaml.edit.SourceNode.Mapping;
import io.casemate.core.yaml.edit.SourceNode.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes of one YAML text, collected and then made together. Only the ranges that must change are replaced; what is new
 * stands in the style of what it is put into: in brackets on its line, else on lines of its own.
 */
public final class YamlEdits {
    private final YamlSource source;
    private final IdentityHashMap<SourceNode, Children> changed = new IdentityHashMap<>();
    private final List<Patch> patches = new ArrayList<>();

    public YamlEdits(YamlSource source) {
        this.source = source;
    }

    /** Puts another value in the place of one. */
    public void replace(SourceNode node, Yaml value) {
        boolean block = switch (node) {
            case Mapping m -> !m.flow();
            case Sequence s -> !s.flow();
            case SourceNode.Scalar s -> false;
        };
        String written = block ? YamlWriter.block(value, source.column(node.start())) : YamlWriter.flow(value);
        boolean nothing = node.start() == node.end(); // "key:" with nothing behind it
        patches.add(new Patch(node.start(), node.end(), nothing ? " " + written : written, node.start()));
    }

    /** A new entry behind that of the key {@code after}, at the end where there is none such. The key must be a new one. */
    public void put(Mapping mapping, String key, String after, Yaml value) {
        int place = mapping.entries().size() - 1;
        for (int i = 0; i < mapping.entries().size(); i++) {
            place = mapping.entries().get(i).key().equals(after) ? i : place;
        }
        children(mapping).insert(place, new Yaml.Mapping(Map.of(key, new Yaml.Entry(0, value)), 0));
    }

    /** A new item behind the one of that index; at the end where there is none such. */
    public void insert(Sequence sequence, int after, Yaml value) {
        int last = sequence.items().size() - 1;
        children(sequence).insert(after < 0 || after > last ? last : after, value);
    }

    /** Takes an entry out. */
    public void remove(Mapping mapping, String key) {
        for (int i = 0; i < mapping.entries().size(); i++) {
            if (mapping.entries().get(i).key().equals(key)) {
                children(mapping).remove(i);
            }
        }
    }

    /** Takes an item out. */
    public void remove(Sequence sequence, int index) {
        children(sequence).remove(index);
    }

    /** The text with all changes made. What was changed inside something that was taken out is gone with it. */
    public String text() {
        List<Patch> all = new ArrayList<>(patches);
        changed.values().forEach(children -> all.addAll(children.patches()));
        all.sort(Patch.ORDER);
        String text = source.text();
        var out = new StringBuilder();
        var last = new Patch(0, 0, "", 0);
        for (Patch patch : all) {
            if (!patch.within(last)) {
                out.append(text, last.end(), patch.start()).append(patch.text());
                last = patch;
            }
        }
        return out.append(text.substring(last.end())).toString();
    }

    private Children children(SourceNode node) {
        return changed.computeIfAbsent(node, n -> new Children(source, n));
    }
}
