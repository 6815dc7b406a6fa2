package io.casemate.cli.init;

import io.casemate.core.json.Json;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Scope;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a model as casemate.yaml: one line a thing, what says nothing left out. Treatments and reviews are not written. */
final class ModelYaml {
    private final StringBuilder text = new StringBuilder();

    private ModelYaml() {}

    static String text(SystemModel model) {
        var yaml = new ModelYaml();
        yaml.scope(model.scope());
        yaml.list("What would hurt if it were stolen, changed or leaked?", "assets", model.assets(), ModelYaml::asset);
        yaml.list(
                "Who would want it? Where nobody is named, all six profiles are assumed.",
                "adversaries",
                model.adversaries(),
                ModelYaml::adversary);
        yaml.list(
                "Trust boundaries. trust: 0 anybody, 1 known outsiders, 2 staff, 3 few and vetted.",
                "zones",
                model.zones(),
                ModelYaml::zone);
        yaml.list("The parts of the system.", "elements", model.elements(), ModelYaml::element);
        yaml.list("What travels between them.", "flows", model.flows(), ModelYaml::flow);
        return yaml.text.toString();
    }

    private void scope(Scope scope) {
        text.append("\nscope:\n  name: ").append(quoted(scope.name())).append('\n');
        line("description", scope.description());
        line("owner", scope.owner());
        line("included", scope.included());
        line("excluded", scope.excluded());
        line("objectives", scope.objectives());
        line("regulations", scope.regulations());
    }

    private void line(String key, String value) {
        if (!value.isEmpty()) {
            text.append("  %s: %s%n".formatted(key, quoted(value)));
        }
    }

    private void line(String key, List<String> values) {
        if (!values.isEmpty()) {
            text.append("  %s: [%s]%n"
                    .formatted(key, values.stream().map(ModelYaml::quoted).collect(Collectors.joining(", "))));
        }
    }

    private <T> void list(String comment, String key, List<T> items, Function<T, Fields> toFields) {
        text.append("\n# ").append(comment).append('\n').append(key).append(items.isEmpty() ? ": []\n" : ":\n");
        items.forEach(item -> text.append("  - ").append(toFields.apply(item)).append('\n'));
    }

    private static Fields asset(Asset asset) {
        return new Fields()
                .id("id", asset.id())
                .name(asset.name(), asset.id())
                .id("kind", asset.kind().id())
                .id("sensitivity", asset.sensitivity().id())
                .words("impact", asset.impact());
    }

    private static Fields adversary(Adversary adversary) {
        return new Fields()
                .id("id", adversary.id())
                .name(adversary.name(), adversary.id())
                .id("profile", adversary.profile().id())
                .words("motivation", adversary.motivation())
                .id("capability", adversary.capability().id())
                .id("likelihood", adversary.likelihood().id());
    }

    private static Fields zone(Zone zone) {
        return new Fields()
                .id("id", zone.id())
                .name(zone.name(), zone.id())
                .id("in", zone.parent())
                .id("trust", Integer.toString(zone.trust()));
    }

    private static Fields element(Element element) {
        return new Fields()
                .id("id", element.id())
                .name(element.name(), element.id())
                .id("kind", element.kind().id())
                .id("zone", element.zone())
                .ids("holds", element.holds())
                .facts(element.facts());
    }

    private static Fields flow(Flow flow) {
        return new Fields()
                .id("id", flow.id())
                .name(flow.name(), flow.id())
                .id("from", flow.from())
                .id("to", flow.to())
                .ids("carries", flow.carries())
                .facts(flow.facts());
    }

    /** A text in the double quotes of JSON, which YAML reads alike. */
    private static String quoted(String words) {
        return Json.text(words).compact();
    }

    /** One thing as a mapping on one line. */
    private static final class Fields {
        private final List<String> fields = new ArrayList<>();

        Fields id(String key, String id) {
            if (!id.isEmpty()) {
                fields.add("%s: %s".formatted(key, id));
            }
            return this;
        }

        Fields name(String name, String id) {
            return name.equals(id) ? this : words("name", name);
        }

        Fields words(String key, String words) {
            return words.isEmpty() ? this : id(key, quoted(words));
        }

        Fields ids(String key, List<String> ids) {
            return ids.isEmpty() ? this : id(key, "[%s]".formatted(String.join(", ", ids)));
        }

        Fields facts(Map<String, Boolean> facts) {
            if (facts.isEmpty()) {
                return this;
            }
            String known = new TreeMap<>(facts)
                    .entrySet().stream()
                            .map(f -> "%s: %s".formatted(f.getKey(), f.getValue() ? "yes" : "no"))
                            .collect(Collectors.joining(", "));
            return id("facts", "{%s}".formatted(known));
        }

        @Override
        public String toString() {
            return "{%s}".formatted(String.join(", ", fields));
        }
    }
}
