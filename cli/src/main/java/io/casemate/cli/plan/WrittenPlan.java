package io.casemate.cli.plan;

import io.casemate.cli.system.OutputFile;
import io.casemate.cli.system.SystemFiles;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.model.Topology;
import io.casemate.core.model.Treatment;
import io.casemate.core.plan.Proposal;
import io.casemate.core.plan.treatment.TreatmentWriter;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts a plan into the model's file: read once more before it takes the old one's place. */
final class WrittenPlan {
    private WrittenPlan() {}

    /** Writes it into the model and says how many scenarios it treats; a model that somebody changed meanwhile stays. */
    static int write(SystemFiles files, Proposal proposal, Knowledge knowledge) {
        Path file = files.folder().model();
        List<Treatment> treatments = proposal.treatments(files.model().scope().owner());
        Topology topology = Topology.of(files.model());
        String before = read(file);
        if (!SystemModelReader.read(file.toString(), before, knowledge.vocabulary())
                .equals(files.model())) {
            throw new InvalidInputException(List.of(new Problem(
                    file.toString(), "was changed while the plan was made; nothing was written", "plan again")));
        }
        String text = TreatmentWriter.write(before, treatments, id -> {
            int at = id.indexOf('@');
            return at < 0 ? id : id.substring(0, at + 1) + topology.currentId(id.substring(at + 1));
        });
        SystemModel after = SystemModelReader.read(file.toString(), text, knowledge.vocabulary());
        if (!after.elements().equals(files.model().elements())
                || !after.flows().equals(files.model().flows())) {
            throw new IllegalStateException("the treatments would have changed the model; nothing was written");
        }
        OutputFile.write(file, text);
        return treatments.size();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
