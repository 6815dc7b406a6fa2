package io.casemate.core.knowledge.framework;

import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.threat.Reference;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference as it is written: prefix, id and name, as in {@code ATLAS AML.T0024 Exfiltration via AI Inference API}. Two say
 * the same or the link is wrong, which a number alone never shows.
 *
 * @param name empty where only the id is written
 */
public record Link(Reference reference, String name) {
    /** An id has no blank, but for {@code GOVERN 1.1}, {@code Article 15} and {@code Annex III}. */
    private static final Pattern ID =
            Pattern.compile("((?:[A-Z]+|Article|Annex) [0-9IVX][0-9IVX.]*(?= |$)|\\S+)(?: +(.*))?");

    /**
     * What is written in a text. An id with an edition, {@code LLM01:2025}, belongs to the file of that edition,
     * {@code owasp-llm-2025}.
     */
    public static Optional<Link> of(String text) {
        int blank = text.indexOf(' ');
        if (blank < 1) {
            return Optional.empty();
        }
        Matcher rest = ID.matcher(text.substring(blank + 1));
        if (!rest.matches()) {
            return Optional.empty();
        }
        String id = rest.group(1);
        int colon = id.indexOf(':');
        String edition = colon < 0 ? "" : "-" + id.substring(colon + 1);
        var reference = new Reference(text.substring(0, blank).toLowerCase(Locale.ROOT) + edition, id);
        return Optional.of(new Link(reference, named(rest)));
    }

    /** The id and name of an entry of a framework, as a crosswalk writes it: without the prefix. */
    public static Optional<Link> in(String framework, String text) {
        Matcher written = ID.matcher(text);
        return written.matches()
                ? Optional.of(new Link(new Reference(framework, written.group(1)), named(written)))
                : Optional.empty();
    }

    /**
     * The references listed here.
     *
     * @param known what they may point into; empty where they are taken as they are
     */
    public static List<Reference> references(YamlCursor at, Map<String, Framework> known) {
        List<Reference> references = new ArrayList<>();
        for (YamlCursor item : at.items()) {
            Optional<Link> link = of(FieldReader.text(item, "name a published id"));
            if (link.isEmpty()) {
                item.report("is no reference", "write it as in 'ATLAS AML.T0024' or 'OWASP-LLM LLM01:2025'");
            }
            link.ifPresent(l -> {
                l.check(item, known);
                references.add(l.reference());
            });
        }
        return references;
    }

    /** Reports an id that nobody published, and a name that belongs to another. */
    public void check(YamlCursor at, Map<String, Framework> known) {
        if (known.isEmpty()) {
            return;
        }
        String id = reference.id();
        Framework framework = known.get(reference.framework());
        if (framework == null) {
            at.report(
                    "points into the unknown list '%s'".formatted(reference.framework()),
                    "known are " + String.join(", ", known.keySet()));
        } else if (!framework.entries().containsKey(id)) {
            at.report(
                    "names '%s', which is not in knowledge/frameworks/%s.yaml".formatted(id, framework.id()),
                    "correct the id, or add it there with its published name");
        } else if (!name.isEmpty() && !framework.calls(id, name)) {
            String right = framework.name(id).orElse("");
            at.report("calls %s '%s', which is '%s'".formatted(id, name, right), "correct the id or the name");
        }
    }

    private static String named(Matcher written) {
        return Optional.ofNullable(written.group(2)).orElse("").strip();
    }
}
