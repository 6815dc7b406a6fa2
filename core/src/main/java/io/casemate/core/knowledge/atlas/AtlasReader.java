package io.casemate.core.knowledge.atlas;

import io.casemate.core.knowledge.framework.Framework.Entry;
import io.casemate.core.knowledge.framework.Framework.Status;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a file of ATLAS. Those of 5.x hold lists within a matrix, and every object names its tactics and its parent; those of
 * 6.x hold maps by id, and one block of relationships by the id of their source. Descriptions are passed over.
 */
public final class AtlasReader {
    private static final Pattern ID = Pattern.compile("AML\\.(TA|T|M)[0-9]{4}(\\.[0-9]{3})?");
    private static final int NAME_CHARS_MAX = 200;

    private final Map<String, Entry> entries = new TreeMap<>();

    private AtlasReader() {}

    /**
     * The edition in a file.
     *
     * @throws InvalidInputException with everything that keeps it from being read
     */
    public static AtlasEdition read(Path file) {
        var problems = YamlProblems.of(file.toString());
        Optional<AtlasEdition> edition =
                YamlReader.read(file, YamlLimits.DEFAULT, problems).map(top -> new AtlasReader().edition(top));
        problems.throwIfAny();
        return edition.orElseThrow();
    }

    private AtlasEdition edition(YamlCursor top) {
        if (top.at("format-version").present()) {
            return maps(top);
        }
        if (!top.at("matrices").present()) {
            top.report("is no file of ATLAS", "name dist/ATLAS.yaml of 5.x, or a file of dist/v6");
        }
        return lists(top);
    }

    private AtlasEdition lists(YamlCursor top) {
        for (YamlCursor matrix : top.at("matrices").items()) {
            matrix.at("tactics").items().forEach(t -> add(t, t.at("id"), "tactic", "", List.of()));
            for (YamlCursor technique : matrix.at("techniques").items()) {
                String parent = technique.at("subtechnique-of").text("");
                add(
                        technique,
                        technique.at("id"),
                        parent,
                        technique.at("tactics").texts());
            }
            matrix.at("mitigations").items().forEach(m -> add(m, m.at("id"), "mitigation", "", List.of()));
        }
        return new AtlasEdition(version(top.at("version")), "5.x", entries);
    }

    private AtlasEdition maps(YamlCursor top) {
        Map<String, YamlCursor> relations = top.at("relationships").entries();
        top.at("tactics").entries().forEach((id, t) -> add(t, named(t, id), "tactic", "", List.of()));
        top.at("techniques").entries().forEach((id, technique) -> {
            Optional<YamlCursor> of = Optional.ofNullable(relations.get(id));
            String parent = targets(of, "specializes").stream().findFirst().orElse("");
            add(technique, named(technique, id), parent, targets(of, "achieves"));
        });
        top.at("mitigations").entries().forEach((id, m) -> add(m, named(m, id), "mitigation", "", List.of()));
        String format = top.at("format-version").text("");
        return new AtlasEdition(version(top.at("collection").at("version")), format, entries);
    }

    private static String version(YamlCursor at) {
        String version = at.required("state the version of the content").text("");
        if (at.present() && !version.matches("[0-9]{1,6}(\\.[0-9]{1,6}){1,3}")) {
            at.invalid("is no version", "such as 5.6.0 or 2026.09");
        }
        return version;
    }

    /** The id that an object states, which is also its key. */
    private static YamlCursor named(YamlCursor object, String key) {
        YamlCursor id = object.at("id");
        if (id.present() && !id.text("").equals(key)) {
            id.invalid("stands under another id", "let key and id be the same");
        }
        return id;
    }

    private static List<String> targets(Optional<YamlCursor> relations, String type) {
        List<String> targets = new ArrayList<>();
        for (YamlCursor item : relations.map(r -> r.at(type).items()).orElse(List.of())) {
            YamlCursor target = item.form() == YamlCursor.Form.TEXT ? item : item.at("target");
            target.required("name the target").text().ifPresent(targets::add);
        }
        return targets;
    }

    /** Adds a technique, or a sub-technique, whose tactics are those of its technique. */
    private void add(YamlCursor at, YamlCursor id, String parent, List<String> tactics) {
        boolean part = !parent.isEmpty();
        add(at, id, part ? "sub-technique" : "technique", parent, part ? List.of() : tactics);
    }

    private void add(YamlCursor at, YamlCursor id, String kind, String parent, List<String> in) {
        String key = word(id, "write the id", text -> ID.matcher(text).matches(), "is no id of ATLAS");
        String name = word(at.at("name"), "write the name", AtlasReader::plain, "is no name");
        List<String> tactics = in.stream().sorted().toList();
        var entry = new Entry(key, name, kind, parent, tactics, Status.FINAL, "", List.of(), "");
        if (entries.put(key, entry) != null && !key.isEmpty()) {
            at.report("repeats '%s'".formatted(key), "remove one of the two");
        }
    }

    private static String word(YamlCursor at, String remedy, Predicate<String> fits, String misfit) {
        Optional<String> text = at.required(remedy).text();
        if (text.isPresent() && !fits.test(text.get())) {
            at.invalid(misfit, "take the file as it is published");
        }
        return text.filter(fits).orElse("");
    }

    /** A name goes to terminals and into files: printable, one line, not long. */
    private static boolean plain(String name) {
        return name.length() <= NAME_CHARS_MAX
                && !name.isBlank()
                && name.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}
