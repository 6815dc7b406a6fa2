package io.casemate.core.knowledge.files;

import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlProblems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/** A part of a jar. */
record KnowledgeArchive(JarFile jar, String prefix) implements KnowledgeFiles {
    /** The same, read out of the pack where the jar holds one: only there it cannot be older than the files. */
    KnowledgeFiles packed() {
        Optional<byte[]> pack = read("knowledge.pack");
        return pack.isEmpty() ? this : new PackedFiles(this, new Pack(pack.get()));
    }

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

    @Override
    public Optional<YamlCursor> document(String name, YamlProblems problems) {
        return Documents.parsed(read(name), problems);
    }
}
