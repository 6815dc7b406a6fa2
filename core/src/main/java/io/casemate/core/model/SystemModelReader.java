package io.casemate.core.model;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code casemate.yaml}. Whatever is wrong with it is one {@link InvalidInputException} with all problems, each with
 * its line and what to do.
 */
public final class SystemModelReader {
    /** The version of the file's form that is read here. */
    static final int VERSION = 1;

    private static final String FILE = "casemate.yaml";

    private SystemModelReader() {}

    /**
     * Reads a model from a file, or from the {@code casemate.yaml} of a folder.
     *
     * @param known ids of the knowledge base that the model may name
     */
    public static SystemModel read(Path fileOrFolder, Vocabulary known) {
        Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(FILE) : fileOrFolder;
        YamlProblems problems = YamlProblems.of(file.normalize().toString());
        if (!file.equals(fileOrFolder) && Files.notExists(file)) {
            problems.add(0, "", "does not exist", "start one with 'casemate init'");
        }
        problems.throwIfAny();
        return model(YamlReader.read(file, YamlLimits.DEFAULT, problems), problems, known);
    }

    /** Reads a model from the bytes of a file; the label begins every problem's place. */
    public static SystemModel read(String label, byte[] bytes, Vocabulary known) {
        YamlProblems problems = YamlProblems.of(label);
        return model(YamlReader.read(bytes, YamlLimits.DEFAULT, problems), problems, known);
    }

    /** Reads a model from a text; the label begins every problem's place. */
    public static SystemModel read(String label, String text, Vocabulary known) {
        return read(label, text.getBytes(StandardCharsets.UTF_8), known);
    }

    private static SystemModel model(Optional<YamlCursor> top, YamlProblems problems, Vocabulary known) {
        Optional<SystemModel> model = top.filter(SystemModelReader::readable).map(t -> model(t, known));
        problems.throwIfAny();
        return model.orElseThrow();
    }

    /** Whether the file is of the version read here; of another one nothing else is looked at. */
    private static boolean readable(YamlCursor top) {
        YamlCursor at = top.at("casemate").required("begin the file with 'casemate: %d'".formatted(VERSION));
        if (top.form() != YamlCursor.Form.MAPPING) {
            return false;
        }
        String version = at.text("");
        if (version.matches("[1-9][0-9]{0,8}") && Integer.parseInt(version) > VERSION) {
            at.report("is %s: the file is of a newer form than %d".formatted(version, VERSION), "use a newer casemate");
            return false;
        }
        if (at.form() == YamlCursor.Form.TEXT && !version.equals(Integer.toString(VERSION))) {
            at.invalid("is no version of this file's form", "write 'casemate: %d'".formatted(VERSION));
        }
        return true;
    }

    private static SystemModel model(YamlCursor top, Vocabulary known) {
        Scope scope = ScopeReader.scope(top.at("scope"));
        ModelIds ids = new ModelIds();
        var assets = ids.claim(ModelIds.Kind.ASSET, top.at("assets").items());
        var adversaries =
                ids.claim(ModelIds.Kind.ADVERSARY, top.at("adversaries").items());
        var zones = ids.claim(ModelIds.Kind.ZONE, top.at("zones").items());
        var elements = ids.claim(ModelIds.Kind.ELEMENT, top.at("elements").items());
        var flows = ids.claimFlows(top.at("flows").items());
        ids.claimFormer(elements);
        ids.claimFormer(flows);
        flows = ids.nameFlows(flows);

        PartReader parts = new PartReader(ids, known.facts());
        List<Element> read = elements.stream().map(parts::element).toList();
        SystemModel model = new SystemModel(
                scope,
                assets.stream().map(ScopeReader::asset).toList(),
                adversaries.stream().map(a -> ScopeReader.adversary(a, ids)).toList(),
                new ZoneReader(zones, ids).zones(),
                read,
                flows.stream().map(parts::flow).toList(),
                PlanReader.treatments(top.at("treatments").items(), ids, known),
                top.at("reviews").items().stream().map(PlanReader::review).toList(),
                PlanReader.answers(top.at("answers")),
                top.at("statements").items().stream().map(PlanReader::statement).toList(),
                PlanReader.costs(top.at("costs"), known));
        top.noOtherKeys();
        return model;
    }
}
