package io.casemate.core.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The YAML files of a knowledge base, wherever it lies. Names are relative and end in {@code .yaml}. */
public sealed interface KnowledgeFiles {
    /** Names of the files directly in a folder, sorted; none where there is no such folder. */
    List<String> in(String folder);

    /** The bytes of a file; absent where there is none. */
    Optional<byte[]> read(String name);

    /** How the file is named to people. */
    String label(String name);

    /** The files that came with this program. */
    static KnowledgeFiles builtIn() {
        String first = "io/casemate/knowledge/facts.yaml";
        URL url = KnowledgeFiles.class.getClassLoader().getResource(first);
        if (url == null) {
            throw new IllegalStateException("the knowledge base is missing from the program; build it again");
        }
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                return new Archive(jar.getJarFile(), "io/casemate/knowledge/");
            }
            return new Folder(
                    Optional.ofNullable(Path.of(URI.create(url.toString())).getParent())
                            .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
    }

    /** A folder on disk. */
    record Folder(Path root) implements KnowledgeFiles {
        @Override
        public List<String> in(String folder) {
            Path place = root.resolve(folder);
            if (!Files.isDirectory(place)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(place)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> folder + "/" + file.getFileName())
                        .filter(name -> name.endsWith(".yaml"))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + place, e);
            }
        }

        @Override
        public Optional<byte[]> read(String name) {
            Path file = root.resolve(name);
            try {
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }

        @Override
        public String label(String name) {
            return root.resolve(name).toString();
        }
    }

    /** A part of a jar. */
    record Archive(JarFile jar, String prefix) implements KnowledgeFiles {
        @Override
        public List<String> in(String folder) {
            String start = prefix + folder + "/";
            List<String> names = new ArrayList<>();
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(start) && name.endsWith(".yaml"))
                    .filter(name -> name.indexOf('/', start.length()) < 0)
                    .forEach(name -> names.add(name.substring(prefix.length())));
            names.sort(Comparator.naturalOrder());
            return names;
        }

        @Override
        public Optional<byte[]> read(String name) {
            var entry = jar.getJarEntry(prefix + name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = jar.getInputStream(entry)) {
                return Optional.of(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read %s in %s".formatted(name, jar.getName()), e);
            }
        }

        @Override
        public String label(String name) {
            return name;
        }
    }
}
