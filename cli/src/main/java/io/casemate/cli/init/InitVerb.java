package io.casemate.cli.init;

import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.OutputFile;
import io.casemate.cli.system.SystemFolder;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a new casemate.yaml. */
@Command(
        name = "init",
        description = {
            "Write a new casemate.yaml, from a template or by questions.",
            "Beside it, .casemate/casemate.schema.json gives completion in editors."
        },
        footer = {
            "  casemate init",
            "  casemate init shop --template image-classifier",
            "  casemate init shop --guided  # asks; Enter means: not known"
        })
public final class InitVerb implements Verb {
    private static final String SCHEMA = "casemate.schema.json";

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Where to write it. Default: here.")
    private Path folder = Path.of("");

    @ArgGroup
    private Way way = new Way();

    @Option(names = "--force", description = "Replace a casemate.yaml that is there.")
    private boolean force;

    /** Where the model comes from. */
    static final class Way {
        @Option(
                names = "--template",
                paramLabel = "NAME",
                description = "One of: ${COMPLETION-CANDIDATES}. Default: minimal.")
        private Template template = Template.MINIMAL;

        @Option(names = "--guided", description = "Ask for scope, assets, adversaries, vectors and signals.")
        private boolean guided;
    }

    public InitVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        Path file = folder.resolve(SystemFolder.MODEL);
        refuse(file);
        String name = systemName();
        String text = way.guided ? guided(name) : way.template.text(name);
        OutputFile.write(file.resolveSibling(".casemate").resolve(SCHEMA), schema());
        OutputFile.write(file, text);
        terminal.out().printf("wrote %s%n", file);
        terminal.out().printf("next: casemate assess %s%n", folder.toString().isEmpty() ? "." : folder);
        return ExitCode.DONE;
    }

    private void refuse(Path file) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw problem(folder, "is a file", "name a folder");
        }
        if (Files.exists(file) && !force) {
            throw problem(file, "is there already", "keep it, or replace it with --force");
        }
    }

    private String guided(String name) {
        var knowledge = Knowledge.builtIn();
        var model = GuidedModel.ask(new Interview(terminal), knowledge, name);
        String text = Template.head() + ModelYaml.text(model);
        SystemModelReader.read(SystemFolder.MODEL, text, knowledge.vocabulary());
        terminal.out().println();
        return text;
    }

    /** The folder's own name, as a person would write it. */
    private String systemName() {
        String name = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("My system")
                .replaceAll("[-_]+", " ")
                .strip();
        return name.isEmpty() ? "My system" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String schema() {
        String resource = "/io/casemate/knowledge/schema/" + SCHEMA;
        try (var in = SystemModelReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no %s in the program".formatted(resource));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static InvalidInputException problem(Path where, String what, String remedy) {
        return new InvalidInputException(List.of(new Problem(where.toString(), what, remedy)));
    }
}
