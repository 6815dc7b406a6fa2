package io.casemate.core.model;

import io.casemate.core.model.ModelIds.Item;
import io.casemate.core.model.ModelIds.Kind;
import io.casemate.core.yaml.YamlCursor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads elements and flows. */
final class PartReader {
    private final ModelIds ids;
    private final Set<String> knownFacts;
    private final Map<String, String> names = new HashMap<>();

    PartReader(ModelIds ids, Set<String> knownFacts) {
        this.ids = ids;
        this.knownFacts = knownFacts;
    }

    Element element(Item item) {
        YamlCursor at = item.at();
        Element element = new Element(
                item.id(),
                at.at("name").text(item.id()),
                at.at("description").text(""),
                at.at("kind")
                        .required("say what it is, such as inference-endpoint")
                        .oneOf(ElementKind.values(), Named::id)
                        .orElse(ElementKind.PROCESS),
                ids.reference(Kind.ZONE, at.at("zone").required("name the zone it lies in")),
                ids.references(Kind.ASSET, at.at("holds")),
                facts(at.at("facts")),
                at.at("artifacts").items().stream().map(PartReader::artifact).toList(),
                formerly(at));
        names.put(element.id(), element.name());
        at.noOtherKeys();
        return element;
    }

    /** A flow; elements are read before, for a flow without a name is called by theirs. */
    Flow flow(Item item) {
        YamlCursor at = item.at();
        String from = ids.reference(Kind.ELEMENT, at.at("from").required("name the element that sends"));
        String to = ids.reference(Kind.ELEMENT, at.at("to").required("name the element that receives"));
        if (!from.isEmpty() && from.equals(to)) {
            at.at("to").invalid("is where it comes from", "a flow joins two elements");
        }
        Flow flow = new Flow(
                item.id(),
                at.at("name").text("%s to %s".formatted(names.getOrDefault(from, from), names.getOrDefault(to, to))),
                from,
                to,
                ids.references(Kind.ASSET, at.at("carries")),
                facts(at.at("facts")),
                formerly(at));
        at.at("id");
        at.noOtherKeys();
        return flow;
    }

    private Map<String, Boolean> facts(YamlCursor at) {
        Map<String, Boolean> facts = new LinkedHashMap<>();
        if (at.present()) {
            at.entries().forEach((fact, value) -> {
                if (!knownFacts.contains(fact)) {
                    at.unknownKey(fact, "fact", knownFacts);
                }
                value.required("write yes, no or unknown").truth().ifPresent(truth -> facts.put(fact, truth));
            });
        }
        return facts;
    }

    /** The former ids, which {@link ModelIds} has judged. */
    private static List<String> formerly(YamlCursor at) {
        return at.at("formerly").form() == YamlCursor.Form.LIST
                ? at.at("formerly").items().stream()
                        .filter(old -> old.form() == YamlCursor.Form.TEXT)
                        .map(old -> old.text(""))
                        .toList()
                : List.of();
    }

    private static Artifact artifact(YamlCursor at) {
        if (at.form() != YamlCursor.Form.MAPPING) {
            return new Artifact(path(at.required("write a path or remove the item")), "");
        }
        Artifact artifact =
                new Artifact(path(at.at("path").required("write where the file lies")), digest(at.at("sha256")));
        at.noOtherKeys();
        return artifact;
    }

    private static String path(YamlCursor at) {
        String path = at.text("");
        if (path.contains("://")) {
            at.invalid("is no path but an address", "name a file in the folder of casemate.yaml");
        } else if (path.startsWith("/") || path.startsWith("\\") || path.matches("[A-Za-z]:.*")) {
            at.invalid("is absolute", "write it relative to the folder of casemate.yaml");
        } else if (Arrays.asList(path.split("[/\\\\]", -1)).contains("..")) {
            at.invalid("leaves the folder of casemate.yaml", "name a file inside it, without '..'");
        } else if (path.contains("\\")) {
            at.invalid("has backslashes", "write slashes");
        }
        return path;
    }

    private static String digest(YamlCursor at) {
        String digest = at.text("").toLowerCase(Locale.ROOT);
        if (at.form() == YamlCursor.Form.TEXT && !digest.matches("[0-9a-f]{64}")) {
            at.invalid("is no SHA-256 digest", "write 64 hex digits, or leave it out");
        }
        return digest;
    }
}
