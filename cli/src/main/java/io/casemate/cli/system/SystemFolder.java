package io.casemate.cli.system;

import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one system.
 *
 * @param folder where they lie
 * @param model its casemate.yaml
 */
public record SystemFolder(Path folder, Path model) {
    public static final String MODEL = "casemate.yaml";

    /** The system that an argument names, by its folder or its model file; the model must be there. */
    public static SystemFolder of(Path argument) {
        SystemFolder system = named(argument);
        if (Files.isDirectory(system.model)) {
            throw problem(system.model.toString(), "is a folder", "casemate.yaml is a file; remove the folder");
        }
        if (!Files.exists(system.model)) {
            String where = argument.toString().isEmpty() ? "." : argument.toString();
            if (!Files.notExists(system.model)) {
                throw problem(where, "cannot be looked into: permission denied", "give yourself the right to read it");
            }
            throw Files.exists(argument)
                    ? problem(where, "has no casemate.yaml", "write one with 'casemate init %s'".formatted(where))
                    : problem(where, "does not exist", "name a folder that has a casemate.yaml, or that file");
        }
        return system;
    }

    private static SystemFolder named(Path argument) {
        if (Files.isDirectory(argument)) {
            return new SystemFolder(argument, argument.resolve(MODEL));
        }
        Path folder = argument.getParent();
        return new SystemFolder(folder == null ? Path.of("") : folder, argument);
    }

    /** The ledger that an argument names: of a system's folder or model, or the ledger file itself. */
    public static Path ledgerOf(Path argument) {
        if (!Files.exists(argument)) {
            throw problem(argument.toString(), "does not exist", "name a system's folder or a ledger file");
        }
        if (!Files.isDirectory(argument)) {
            boolean isModel = String.valueOf(argument.getFileName()).matches(".*\\.ya?ml");
            return isModel ? named(argument).ledger() : argument;
        }
        SystemFolder system = named(argument);
        return Files.exists(system.ledger()) ? system.ledger() : of(argument).ledger();
    }

    /** How an argument is written in a command line: as the user gave it, in quotes where a shell needs them. */
    public static String inCommand(Path argument) {
        String text = argument.toString().isEmpty() ? "." : argument.toString();
        return text.matches("[\\p{L}\\p{N}_./:@%+=,\\\\-]+") && !text.startsWith("-")
                ? text
                : "'%s'".formatted(text.replace("'", "'\\''"));
    }

    public Path ledger() {
        return Ledger.of(folder);
    }

    /** What the organisation allows, demands and waives; it need not be there. */
    public Path policy() {
        return folder.resolve("policy.yaml");
    }

    /** What a verb reads to judge a system: the model first, ledger and policy, which need not be there. */
    public static List<Path> inputs(Path argument) {
        SystemFolder system = named(argument);
        return List.of(system.model, system.ledger(), system.policy());
    }

    /** Where the reports go unless the user says otherwise. */
    public Path reports() {
        return folder.resolve("casemate-report");
    }

    static InvalidInputException problem(String where, String what, String remedy) {
        return new InvalidInputException(List.of(new Problem(where, what, remedy)));
    }
}
