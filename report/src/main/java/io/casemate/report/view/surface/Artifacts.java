package io.casemate.report.view.surface;

import io.casemate.core.evidence.Finding;
import io.casemate.core.knowledge.format.FileFormat;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Level;
import io.casemate.report.view.ViewInput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a system with their exposure: by format, until a scan of the very bytes says otherwise. */
public final class Artifacts {
    private static final String EXECUTABLE = "executable-format";

    /** From here a finding speaks of more than an unknown call: suspicious or malicious, see knowledge/README.md. */
    private static final double SUSPICIOUS_DECIBANS = 15;

    private final Looks looks;
    private final Collection<FileFormat> formats;
    private final Set<ElementKind> weights;

    private Artifacts(ViewInput input) {
        looks = new Looks(input);
        formats = input.knowledge().formats().values();
        weights = input.knowledge().kinds().groups().getOrDefault("weights", Set.of());
    }

    /** All of them by the id of their element, in the order of the model. */
    public static Map<String, List<SurfaceArtifact>> of(ViewInput input) {
        var artifacts = new Artifacts(input);
        Map<String, List<SurfaceArtifact>> all = new LinkedHashMap<>();
        input.assessment().topology().model().elements().forEach(e -> all.put(e.id(), artifacts.of(e)));
        return all;
    }

    private List<SurfaceArtifact> of(Element element) {
        if (element.artifacts().isEmpty() && weights.contains(element.kind())) {
            return List.of(unnamed(element));
        }
        List<SurfaceArtifact> artifacts = new ArrayList<>();
        element.artifacts().forEach(a -> artifacts.add(named(element, a)));
        return artifacts;
    }

    /** A model or a store of models of which only facts are known. */
    private static SurfaceArtifact unnamed(Element element) {
        Optional<Boolean> executable = Optional.ofNullable(element.facts().get(EXECUTABLE));
        Level exposure = executable.map(yes -> yes ? Level.HIGH : Level.LOW).orElse(Level.MEDIUM);
        String because = executable
                .map(yes ->
                        yes ? "the model states a format that can run code" : "the model states a format without code")
                .orElse("neither files nor format are stated");
        return new SurfaceArtifact(element, "", "no file named", exposure, exposure, because, false);
    }

    private SurfaceArtifact named(Element element, Artifact artifact) {
        Optional<FileFormat> format = FileFormat.of(artifact.path(), formats);
        String title = format.map(FileFormat::title).orElse("unknown");
        Level usual = format.map(FileFormat::exposure).orElse(Level.MEDIUM);
        var look = looks.newest(element, artifact);
        if (!look.taken()) {
            String why = format.map(FileFormat::because).orElse("its name ends like no format that is known");
            return new SurfaceArtifact(element, artifact.path(), title, usual, usual, why, false);
        }
        LocalDate day = LocalDate.ofInstant(look.at(), ZoneOffset.UTC);
        if (look.clean()) {
            return new SurfaceArtifact(
                    element, artifact.path(), title, usual, Level.LOW, "read in full and clean on " + day, true);
        }
        Finding worst = look.findings().stream()
                .max(Comparator.comparing(Finding::incident).thenComparingDouble(Finding::decibans))
                .orElseThrow();
        boolean bad = worst.incident() || worst.decibans() >= SUSPICIOUS_DECIBANS;
        Level now = bad || usual == Level.HIGH ? Level.HIGH : Level.MEDIUM;
        String because = "%s on %s: %s".formatted(worst.ruleId(), day, worst.message());
        return new SurfaceArtifact(element, artifact.path(), title, usual, now, because, true);
    }
}
