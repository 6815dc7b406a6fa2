package io.casemate.core.knowledge.files;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The YAML files of a knowledge base, wherever it lies. Names are relative and end in {@code .yaml}. */
public sealed interface KnowledgeFiles permits KnowledgeFolder, KnowledgeArchive, PackedFiles {
    /** Names of the files directly in a folder, sorted; none where there is no such folder. */
    List<String> in(String folder);

    /** The bytes of a file; absent where there is none. */
    Optional<byte[]> read(String name);

    /** How the file is named to people. */
    String label(String name);

    /** What a file says, without the examples at its end; absent where there is none, or after a problem. */
    Optional<YamlCursor> document(String name, YamlProblems problems);

    /** The files that came with this program. */
    static KnowledgeFiles builtIn() {
        String first = "io/casemate/knowledge/facts.yaml";
        URL url = KnowledgeFiles.class.getClassLoader().getResource(first);
        if (url == null) {
            throw new IllegalStateException("the knowledge base is missing from the program; build it again");
        }
        try {
            return url.openConnection() instanceof JarURLConnection jar
                    ? new KnowledgeArchive(jar.getJarFile(), "io/casemate/knowledge/").packed()
                    : new KnowledgeFolder(Optional.ofNullable(
                                    Path.of(URI.create(url.toString())).getParent())
                            .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
    }

    /** The files of a folder on disk. */
    static KnowledgeFiles of(Path root) {
        return new KnowledgeFolder(root);
    }

    /** What one file says, read by this function; everything that is wrong with it joins the problems. */
    default <T> Optional<T> one(String name, List<Problem> problems, Function<YamlCursor, T> reader) {
        var found = YamlProblems.of(label(name));
        Optional<T> value = document(name, found).map(reader);
        problems.addAll(found.all());
        return value;
    }

    /**
     * What each file of a folder says, by its name without folder and ending.
     *
     * @param reader is given that name and the document, and makes nothing of one that is too wrong
     */
    default <T> Map<String, T> each(
            String folder, List<Problem> problems, BiFunction<String, YamlCursor, Optional<T>> reader) {
        Map<String, T> all = new LinkedHashMap<>();
        for (String name : in(folder)) {
            String id = name.substring(name.lastIndexOf('/') + 1, name.length() - ".yaml".length());
            one(name, problems, top -> reader.apply(id, top)).flatMap(t -> t).ifPresent(value -> all.put(id, value));
        }
        return all;
    }

    /**
     * The same, of files that are right.
     *
     * @throws InvalidInputException with everything that is wrong with all of them
     */
    default <T> Map<String, T> each(String folder, BiFunction<String, YamlCursor, T> reader) {
        List<Problem> problems = new ArrayList<>();
        Map<String, T> all = each(folder, problems, (id, top) -> Optional.of(reader.apply(id, top)));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return all;
    }
}
