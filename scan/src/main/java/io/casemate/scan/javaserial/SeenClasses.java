package io.casemate.scan.javaserial;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.HashSet;
import java.util.Set;

/** Judges the classes that a stream names, each once. */
final class SeenClasses {
    private static final int TOLD_MAX = 10_000;
    private final Set<String> told = new HashSet<>();
    private final Inspection inspection;

    SeenClasses(Inspection inspection) {
        this.inspection = inspection;
    }

    void tell(String name, long offset) {
        String element = element(name);
        if (element.isEmpty() || told.size() == TOLD_MAX || !told.add(element)) {
            return;
        }
        inspection.needs("", element);
        String shown = Snippet.quoted(element);
        switch (KnownClasses.standing(element)) {
            case DATA -> {}
            case GADGET ->
                inspection.found(
                        "java-serial/gadget",
                        offset,
                        "makes an object of the class %s, with which streams run code".formatted(shown));
            case REMOTE ->
                inspection.found(
                        "java-serial/remote",
                        offset,
                        "makes an object of the class %s, which reaches out".formatted(shown));
            case UNKNOWN ->
                inspection.found(
                        "java-serial/unknown-class",
                        offset,
                        "makes an object of the class %s, which no list names".formatted(shown));
        }
    }

    /** The class that an array is made of; empty for numbers. */
    private static String element(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        if (dimensions == 0) {
            return name;
        }
        String rest = name.substring(dimensions);
        return rest.startsWith("L") && rest.endsWith(";") ? rest.substring(1, rest.length() - 1) : "";
    }
}
