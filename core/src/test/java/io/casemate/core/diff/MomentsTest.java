package io.casemate.core.diff;

import static io.casemate.core.diff.ExampleSides.KNOWLEDGE;
import static io.casemate.core.diff.ExampleSides.NOW;
import static io.casemate.core.diff.ExampleSides.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.diff.Consequence.Change;
import io.casemate.core.diff.edit.Act;
import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.evidence.WatchSpan;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Supposition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What differs beside the model: evidence, its age, artifacts, the catalogue. */
class MomentsTest {
    private static final String THREAT = "lambda-layer-code";
    private static final String OLD = "a".repeat(64);
    private static final String FRESH = "b".repeat(64);
    private static final SystemModel MODEL = ExampleSides.model("image-classifier");
    private static final String PATH = "models/catalogue-resnet50.pt";

    private static EvidenceBook book(Set<Long> withdrawn, Evidence... evidence) {
        List<Recorded<Evidence>> lines = new ArrayList<>();
        for (Evidence one : evidence) {
            long seq = lines.size() + 1L;
            lines.add(new Recorded<>(seq, "hash" + seq, one.provenance().observedAt(), one));
        }
        return new EvidenceBook(lines, List.of(), withdrawn);
    }

    private static Provenance by(String source, int daysAgo, String digest) {
        return new Provenance(source, source, "1", NOW.minus(Duration.ofDays(daysAgo)), digest);
    }

    private static Finding finding(int daysAgo, String digest, boolean incident) {
        return new Finding(
                by("pickle-scanner", daysAgo, digest),
                THREAT,
                "resnet",
                "calls-os",
                "calls os.system",
                "",
                12,
                incident);
    }

    private static Side side(EvidenceBook book, Map<String, String> digests, Instant asOf) {
        return new Side(KNOWLEDGE, MODEL, book, digests, asOf);
    }

    private static Difference between(EvidenceBook before, EvidenceBook after) {
        return Difference.of(side(before, Map.of(), NOW), side(after, Map.of(), NOW));
    }

    private static Difference since(EvidenceBook book, int daysAgo) {
        return Difference.of(side(book, Map.of(), NOW.minus(Duration.ofDays(daysAgo))), side(book, Map.of(), NOW));
    }

    @Test
    void evidence_that_came_or_was_taken_back_is_a_cause() {
        EvidenceBook none = book(Set.of());
        EvidenceBook one = book(Set.of(), finding(3, "", false));
        Difference came = between(none, one);
        assertThat(came.causes()).as(told(came)).hasSize(1);
        assertThat(came.causes().getFirst().title()).isEqualTo("new evidence: finding by pickle-scanner at resnet");
        assertThat(came.consequences()).extracting(Consequence::scenario).containsExactly(THREAT + "@resnet");
        assertThat(came.consequences().findFirst().orElseThrow().terms())
                .extracting(t -> t.source())
                .contains("finding #1 calls-os");
        Difference back = between(one, book(Set.of(1L), finding(3, "", false)));
        assertThat(back.causes().getFirst().title()).startsWith("evidence gone: finding");
        assertThat(back.consequences())
                .allSatisfy(c -> assertThat(c.change().harmful()).isFalse());
    }

    @Test
    void an_incident_is_the_gravest_consequence_and_can_be_taken_back() {
        Difference difference = between(book(Set.of()), book(Set.of(), finding(3, "", true)));
        assertThat(difference.consequences()).extracting(Consequence::change).containsExactly(Change.INCIDENT);
        Difference back = between(book(Set.of(), finding(3, "", true)), book(Set.of()));
        assertThat(back.consequences()).extracting(Consequence::change).containsExactly(Change.RETRACTED);
    }

    @Test
    void one_ledger_at_two_moments_differs_by_what_was_recorded_between_them() {
        EvidenceBook book = book(Set.of(), finding(40, "", false), finding(3, "", false));
        Difference difference = since(book, 10);
        assertThat(difference.causes())
                .as(told(difference))
                .anySatisfy(c -> assertThat(c.title()).startsWith("new evidence"));
        assertThat(since(book, 0).isEmpty()).isTrue();
        assertThat(since(book, 50).causes())
                .anySatisfy(c ->
                        assertThat(c.title()).isEqualTo("new evidence: 2 times finding by pickle-scanner at resnet"));
    }

    @Test
    void evidence_that_grew_too_old_is_a_cause_of_its_own() {
        double limit = KNOWLEDGE.weights().evidence().staleAfterDays().getOrDefault("finding", 0.0);
        EvidenceBook book = book(Set.of(), finding((int) limit + 5, "", false));
        Difference difference = since(book, 10);
        assertThat(difference.causes()).as(told(difference)).hasSize(1);
        assertThat(difference.causes().getFirst().title())
                .isEqualTo("finding by pickle-scanner at resnet became stale: 10 days later");
        assertThat(difference.consequences()).isNotEmpty();
    }

    @Test
    void age_alone_is_told_with_what_follows_from_it() {
        EvidenceBook book = book(Set.of(), finding(60, "", false));
        Difference difference = since(book, 30);
        assertThat(difference.causes())
                .as(told(difference))
                .extracting(Cause::title)
                .containsExactly("30 days later");
        assertThat(difference.consequences()).extracting(Consequence::change).containsExactly(Change.BETTER);
        assertThat(since(book(Set.of()), 30).isEmpty()).isTrue();
    }

    @Test
    void an_artifact_that_changed_kills_the_evidence_taken_on_it() {
        EvidenceBook book = book(Set.of(), finding(3, OLD, false));
        Difference difference = Difference.of(side(book, Map.of(PATH, OLD), NOW), side(book, Map.of(PATH, FRESH), NOW));
        assertThat(difference.causes()).as(told(difference)).hasSize(1);
        Cause cause = difference.causes().getFirst();
        assertThat(cause.title()).isEqualTo("artifact %s changed".formatted(PATH));
        assertThat(cause.details()).anySatisfy(d -> assertThat(d.after()).isEqualTo("dead"));
        assertThat(cause.consequences()).isNotEmpty();
        Difference unread = Difference.of(side(book, Map.of(PATH, OLD), NOW), side(book, Map.of(), NOW));
        assertThat(unread.isEmpty()).isTrue();
    }

    @Test
    void a_ledger_that_was_merged_says_the_same() {
        EvidenceBook here = book(Set.of(), finding(9, "", false), finding(3, "", true));
        EvidenceBook merged = new EvidenceBook(
                List.of(
                        new Recorded<>(7, "x", NOW, here.evidence().getLast().body()),
                        new Recorded<>(9, "y", NOW, here.evidence().getFirst().body())),
                List.of(),
                Set.of());
        assertThat(between(here, merged).isEmpty()).isTrue();
    }

    @Test
    void another_catalogue_is_a_cause_that_names_the_threats_and_takes_its_scenarios() {
        Knowledge k = KNOWLEDGE;
        var fewer = new LinkedHashMap<>(k.threats());
        fewer.remove(THREAT);
        var smaller = new Knowledge(
                fewer, k.mitigations(), k.facts(), k.standings(), k.conditions(), k.kinds(), k.weights(), k.files());
        Difference difference = Difference.of(
                new Side(k, MODEL, book(Set.of()), Map.of(), NOW),
                new Side(smaller, MODEL, book(Set.of()), Map.of(), NOW));
        assertThat(difference.causes()).as(told(difference)).hasSize(1);
        Cause cause = difference.causes().getFirst();
        assertThat(cause.act().kind()).isEqualTo(Kind.KNOWLEDGE);
        assertThat(cause.details()).extracting(d -> d.what()).containsExactly("threat " + THREAT);
        assertThat(cause.consequences())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.scenario()).startsWith(THREAT + "@"));
    }

    @Test
    void evidence_follows_a_rename_that_nobody_wrote_down() {
        SystemModel renamed =
                new Edited(MODEL).renamed("resnet", "classifier-net", false).model();
        EvidenceBook book = book(Set.of(), finding(3, "", true));
        Difference difference =
                Difference.of(side(book, Map.of(), NOW), new Side(KNOWLEDGE, renamed, book, Map.of(), NOW));
        assertThat(difference.causes()).as(told(difference)).hasSize(1);
        assertThat(difference.causes().getFirst().act().change()).isEqualTo(Act.Change.RENAMED);
        assertThat(difference.consequences()).isEmpty();
    }

    /**
     * Random ledgers at random moments: every difference of the two assessments as they are stands under some cause. Where
     * scenarios stand, asked alone, is what the assessment says.
     */
    @Test
    void nothing_is_lost_between_two_moments() {
        long seed = 20261121L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> targets = MODEL.elements().stream().map(e -> e.id()).toList();
        List<String> threats = List.copyOf(KNOWLEDGE.threats().keySet());
        for (int round = 0; round < 12; round++) {
            Evidence[] evidence = new Evidence[12];
            for (int i = 0; i < evidence.length; i++) {
                evidence[i] = evidence(random, RandomEdit.any(threats, random), RandomEdit.any(targets, random));
            }
            EvidenceBook book = book(Set.of((long) random.nextInt(1, 30)), evidence);
            book = new EvidenceBook(book.evidence(), List.of(span(random, targets, threats)), book.withdrawn());
            Side then = side(book, Map.of(), NOW.minus(Duration.ofDays(random.nextInt(1, 300))));
            Side now = side(book, Map.of(), NOW);
            assertThat(stances(now))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(Stances.of(Standing.of(assess(now))));
            Difference difference = Difference.of(then, now);
            Set<String> changed = Stances.of(Standing.of(assess(then))).differing(Stances.of(Standing.of(assess(now))));
            assertThat(difference.consequences())
                    .as("seed %d round %d%n%s", seed, round, told(difference))
                    .extracting(Consequence::scenario)
                    .containsExactlyInAnyOrderElementsOf(changed);
        }
    }

    private static Stances stances(Side side) {
        return Stances.of(Supposition.of(side.knowledge(), side.model(), side.evidence(), side.digests(), side.asOf())
                .stances());
    }

    private static Evidence evidence(RandomGenerator random, String threat, String target) {
        int ago = random.nextInt(500);
        return switch (random.nextInt(3)) {
            case 0 ->
                new Finding(
                        by("s" + random.nextInt(3), ago, ""),
                        threat,
                        target,
                        "r",
                        "m",
                        "",
                        9 - random.nextInt(18),
                        false);
            case 1 -> new AttackResult(by("a", ago, ""), threat, target, "fgsm", random.nextInt(9), 10);
            default ->
                new Attestation(by("p", ago, ""), "logged", target, random.nextBoolean(), random.nextBoolean(), "");
        };
    }

    private static Recorded<WatchSpan> span(RandomGenerator random, List<String> targets, List<String> threats) {
        Instant from = NOW.minus(Duration.ofDays(random.nextInt(20, 400)));
        var span = new WatchSpan(
                "w",
                RandomEdit.any(threats, random),
                RandomEdit.any(targets, random),
                from,
                from.plus(Duration.ofDays(9)));
        return new Recorded<>(99, "span", span.to(), span);
    }

    private static Assessment assess(Side side) {
        return Assessment.of(side.knowledge(), side.model(), side.evidence(), side.digests(), side.asOf());
    }
}
