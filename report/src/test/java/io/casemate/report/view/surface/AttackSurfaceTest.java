package io.casemate.report.view.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.knowledge.format.FileFormat;
import io.casemate.core.model.Level;
import io.casemate.report.example.ExampleSystems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackSurfaceTest {
    private static final String FILE = "models/catalogue-resnet50.pt";
    private static final String DIGEST = "a".repeat(64);
    private static final Instant YESTERDAY = ExampleSystems.AS_OF.minus(Duration.ofDays(1));

    @ParameterizedTest
    @CsvSource({
        "model.pkl, HIGH",
        "a/b/model.PT, HIGH",
        "pytorch_model.bin, HIGH",
        "other.bin, MEDIUM",
        "net.h5, MEDIUM",
        "net.onnx, LOW",
        "weights.safetensors, LOW",
        "data.csv, LOW",
        "all.tar.gz, MEDIUM"
    })
    void a_format_has_its_usual_exposure(String path, Level exposure) {
        assertThat(FileFormat.of(path, ExampleSystems.KNOWLEDGE.formats().values()))
                .map(FileFormat::exposure)
                .contains(exposure);
    }

    @Test
    void a_file_is_as_exposed_as_its_format_until_somebody_looked() {
        SurfaceArtifact artifact = resnet(EvidenceBook.EMPTY);
        assertThat(artifact.exposure()).isEqualTo(Level.HIGH);
        assertThat(artifact.scanned()).isFalse();
    }

    @Test
    void a_clean_scan_of_the_very_bytes_lowers_it() {
        SurfaceArtifact artifact = resnet(book(clean(YESTERDAY, DIGEST)));
        assertThat(artifact.exposure()).isEqualTo(Level.LOW);
        assertThat(artifact.usual()).isEqualTo(Level.HIGH);
        assertThat(artifact.because()).contains("clean on 2026-11-20");
    }

    @Test
    void a_scan_of_other_bytes_and_one_too_old_lower_nothing() {
        assertThat(resnet(book(clean(YESTERDAY, "b".repeat(64)))).exposure()).isEqualTo(Level.HIGH);
        Instant longAgo = ExampleSystems.AS_OF.minus(Duration.ofDays(3_000));
        assertThat(resnet(book(clean(longAgo, DIGEST))).scanned()).isFalse();
        assertThat(resnet(book(clean(ExampleSystems.AS_OF.plusSeconds(1), DIGEST)))
                        .scanned())
                .isFalse();
    }

    @Test
    void what_was_withdrawn_lowers_nothing() {
        var book = book(clean(YESTERDAY, DIGEST));
        var withdrawn = new EvidenceBook(book.evidence(), List.of(), Set.of(1L));
        assertThat(resnet(withdrawn).exposure()).isEqualTo(Level.HIGH);
    }

    @Test
    void a_finding_raises_it_and_the_newest_look_counts() {
        SurfaceArtifact bad = resnet(book(clean(YESTERDAY.minusSeconds(9), DIGEST), finding(YESTERDAY, 30)));
        assertThat(bad.exposure()).isEqualTo(Level.HIGH);
        assertThat(bad.because()).contains("pickle/call");
        SurfaceArtifact mended = resnet(book(finding(YESTERDAY.minusSeconds(9), 30), clean(YESTERDAY, DIGEST)));
        assertThat(mended.exposure()).isEqualTo(Level.LOW);
    }

    @Test
    void an_outsider_comes_in_where_trust_rises() {
        var surface = AttackSurface.of(ExampleSystems.input("image-classifier"));
        assertThat(surface.entries())
                .extracting(e -> e.element().id())
                .containsExactlyInAnyOrder("fine-tuning", "rest-api", "notebook", "labels");
        assertThat(surface.entries())
                .allSatisfy(e -> assertThat(e.doors())
                        .allSatisfy(d -> assertThat(d.trust()).isLessThan(e.trust())));
    }

    private static SurfaceArtifact resnet(EvidenceBook book) {
        var input = ExampleSystems.input(ExampleSystems.model("image-classifier"), book, Map.of(FILE, DIGEST));
        return Artifacts.of(input).get("resnet").getFirst();
    }

    private static EvidenceBook book(Evidence... evidence) {
        List<Recorded<Evidence>> recorded = new ArrayList<>();
        for (Evidence e : evidence) {
            recorded.add(new Recorded<>(recorded.size() + 1, "", e.provenance().observedAt(), e));
        }
        return new EvidenceBook(recorded, List.of(), Set.of());
    }

    private static Provenance scan(Instant at, String digest) {
        return new Provenance("scan", "scan", "", at, digest);
    }

    private static Evidence clean(Instant at, String digest) {
        return new Attestation(scan(at, digest), "scanned", "resnet", true, true, "");
    }

    private static Evidence finding(Instant at, double decibans) {
        return new Finding(
                scan(at, DIGEST),
                "malicious-deserialisation",
                "resnet",
                "pickle/call",
                "calls os.system",
                "",
                decibans,
                false);
    }
}
