package io.casemate.core.diff.merge;

import io.casemate.core.model.SystemModelReader;
import io.casemate.core.model.Vocabulary;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.yaml.edit.SourceNode;
import io.casemate.core.yaml.edit.YamlSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The join of two versions of a model file.
 *
 * @param text OURS with the changes of THEIRS; comments and order are those of OURS
 * @param conflicts in the order of the file; none where the join is clean
 */
public record Merged(String text, List<Conflict> conflicts) {
    /** The version of a file that was not there. */
    public static final YamlSource NONE = new YamlSource("", new SourceNode.Mapping(List.of(), true, 0, 0));

    public Merged {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Joins two versions.
     *
     * @param base what both came from; {@link #NONE} where nothing is known of it
     * @param label the name of OURS, the beginning of every conflict's place
     * @param known ids of the knowledge base that a model may name: what is joined must be a model again
     */
    public static Merged of(YamlSource base, YamlSource ours, YamlSource theirs, String label, Vocabulary known) {
        var merging = new Merging(base, ours, theirs, label);
        String text = merging.run();
        List<Conflict> conflicts = new ArrayList<>(merging.conflicts());
        if (conflicts.isEmpty()) {
            try {
                SystemModelReader.read(label, text, known);
            } catch (InvalidInputException e) {
                e.problems()
                        .forEach(p -> conflicts.add(new Conflict(
                                p.where(),
                                p.what() + ": each version alone is valid, the two together are not",
                                "",
                                "",
                                p.remedy().isEmpty() ? "correct it" : p.remedy())));
            }
        }
        return new Merged(text, conflicts);
    }

    public boolean clean() {
        return conflicts.isEmpty();
    }
}
