package io.casemate.core.knowledge.files;

import io.casemate.core.yaml.Yaml;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlProblems;
import java.util.List;
import java.util.Optional;

/**
 * Files whose documents were packed when the program was built.
 *
 * @param files the same, as they are
 */
record PackedFiles(KnowledgeFiles files, Pack pack) implements KnowledgeFiles {
    @Override
    public List<String> in(String folder) {
        return pack.names().stream()
                .filter(name -> name.startsWith(folder + "/") && name.indexOf('/', folder.length() + 1) < 0)
                .toList();
    }

    @Override
    public Optional<byte[]> read(String name) {
        return files.read(name);
    }

    @Override
    public String label(String name) {
        return files.label(name);
    }

    @Override
    public Optional<YamlCursor> document(String name, YamlProblems problems) {
        Optional<Yaml> root = pack.document(name);
        if (root.isEmpty()) {
            problems.add(0, "", "does not exist", "write it, or name the right folder");
        }
        return root.map(r -> YamlCursor.at(r, problems));
    }
}
