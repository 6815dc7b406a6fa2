package io.casemate.core.knowledge.files;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlProblems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Packs what the YAML files of a folder say into one piece, which is read some ten times as fast: no scanner of YAML, and each
 * text once. The build runs it before the jar is made.
 *
 * <p>All numbers are unsigned, seven bits a byte, the lowest first, the eighth bit set where more follow. First the texts: how
 * many, the length of each in bytes, then their UTF-8. Then the documents: how many, and of each the number of the text that is
 * its name, how many bytes it takes, and its value. A value is a number whose two lowest bits say what it is: a text (the rest is
 * the text's number), nothing, a list (how many values follow), or a mapping (how many pairs of the key's number and a value
 * follow). Lines are left out: a pack is made of files that were right.
 */
public final class PackWriter {
    static final int TEXT = 0;
    static final int NOTHING = 1;
    static final int LIST = 2;
    static final int MAPPING = 3;

    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private PackWriter() {}

    /**
     * Packs a folder.
     *
     * @param arguments the folder, and the file to write
     * @throws InvalidInputException where a file is no YAML
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("needs a folder and the file to write");
        }
        Files.write(Path.of(arguments[1]), packed(Path.of(arguments[0])));
    }

    static byte[] packed(Path folder) throws IOException {
        var files = new KnowledgeFolder(folder);
        List<String> names;
        try (Stream<Path> all = Files.walk(folder)) {
            names = all.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        return new PackWriter().bytes(files, names);
    }

    private byte[] bytes(KnowledgeFiles files, List<String> names) {
        var documents = new ByteArrayOutputStream();
        number(names.size(), documents);
        for (String name : names) {
            var problems = YamlProblems.of(files.label(name));
            var document = new ByteArrayOutputStream();
            files.document(name, problems).ifPresent(top -> value(top, document));
            problems.throwIfAny();
            number(text(name), documents);
            number(document.size(), documents);
            documents.writeBytes(document.toByteArray());
        }
        var all = new ByteArrayOutputStream();
        number(texts.size(), all);
        texts.keySet().forEach(text -> number(text.getBytes(StandardCharsets.UTF_8).length, all));
        texts.keySet().forEach(text -> all.writeBytes(text.getBytes(StandardCharsets.UTF_8)));
        all.writeBytes(documents.toByteArray());
        return all.toByteArray();
    }

    private void value(YamlCursor at, ByteArrayOutputStream to) {
        switch (at.form()) {
            case NOTHING -> number(NOTHING, to);
            case TEXT -> number((text(at.text("")) << 2) | TEXT, to);
            case LIST -> {
                List<YamlCursor> items = at.items();
                number((items.size() << 2) | LIST, to);
                items.forEach(item -> value(item, to));
            }
            case MAPPING -> {
                Map<String, YamlCursor> entries = at.entries();
                number((entries.size() << 2) | MAPPING, to);
                entries.forEach((key, entry) -> {
                    number(text(key), to);
                    value(entry, to);
                });
            }
        }
    }

    private int text(String text) {
        return texts.computeIfAbsent(text, t -> texts.size());
    }

    private static void number(int number, ByteArrayOutputStream to) {
        int rest = number;
        while (rest > 0x7F) {
            to.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        to.write(rest);
    }
}
