package io.casemate.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.engine.Inspector;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What every scanner keeps: benign is silent, hostile is told, broken is never clean, and nothing escapes. */
public abstract class FormatScannerContract {
    private static final Rules RULES = Rules.builtIn();
    private static final int PREFIX_MAX = 4096;
    private static final int CUTS_BEYOND = 500;
    private static final int MUTATIONS = 2_000;
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 64 << 20, 6, 10_000, false);

    /** The scanner under test. */
    protected abstract FormatScanner scanner();

    /** A file of its format as honest tools write it. */
    protected abstract byte[] benign();

    /** A file of its format that harms who loads it, or one with what no honest writer puts there. */
    protected abstract byte[] hostile();

    /** The name that both have; only formats that are routed by name need another one. */
    protected String name() {
        return "sample";
    }

    /** What a reader is given. */
    protected Content content(byte... bytes) {
        return Content.of(name(), bytes);
    }

    /** The verdict on what is benign; another one only of formats that nobody can know to be safe. */
    protected Verdict verdictOfBenign() {
        return Verdict.CLEAN;
    }

    /** Where a shorter file can still be whole, such as a text. */
    protected boolean isWhole(int length) {
        return length == 0;
    }

    @Test
    void scanner_is_in_the_registry() {
        assertThat(Scanners.ALL).anyMatch(s -> s.getClass().equals(scanner().getClass()));
    }

    @Test
    void benign_is_recognised_and_clean() {
        assertThat(scanner().recognises(content(benign()))).isNotEqualTo(Recognition.NO);
        FileReport report = report(benign());
        assertThat(report.verdict())
                .as("%s %s", report.findings(), report.gaps())
                .isEqualTo(verdictOfBenign());
        assertThat(report.coverage().share() == 1.0 || verdictOfBenign() == Verdict.UNKNOWN)
                .isTrue();
    }

    @Test
    void hostile_is_told() {
        assertThat(report(hostile()).verdict()).isGreaterThanOrEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void same_bytes_give_the_same_report() {
        assertThat(report(hostile())).isEqualTo(report(hostile()));
    }

    @Test
    void no_prefix_escapes_and_none_that_is_cut_is_clean() {
        byte[] whole = benign();
        RandomGenerator random = random(1);
        for (int n = 0; n < Math.min(PREFIX_MAX, whole.length); n++) {
            check(whole, n);
        }
        for (int i = 0; i < CUTS_BEYOND && whole.length > PREFIX_MAX; i++) {
            check(whole, random.nextInt(PREFIX_MAX, whole.length));
        }
    }

    @Test
    void no_mutation_escapes() {
        for (byte[] seed : new byte[][] {benign(), hostile()}) {
            RandomGenerator random = random(2);
            for (int round = 0; round < MUTATIONS; round++) {
                byte[] mutant = seed.clone();
                for (int i = random.nextInt(1, 5); i > 0 && mutant.length > 0; i--) {
                    mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
                }
                assertThat(report(mutant).gaps())
                        .as("seed 2 round %d", round)
                        .noneMatch(gap -> gap.what().contains("please report this"));
            }
        }
    }

    private void check(byte[] whole, int length) {
        FileReport report = report(Arrays.copyOf(whole, length));
        assertThat(report.gaps())
                .as("cut at byte %d", length)
                .noneMatch(gap -> gap.what().contains("please report this"));
        if (!isWhole(length)) {
            assertThat(report.verdict()).as("cut at byte %d", length).isNotEqualTo(Verdict.CLEAN);
        }
    }

    private FileReport report(byte[] bytes) {
        var inspector = new Inspector(Scanners.ALL, RULES, Judges.builtIn(), LIMITS, System::nanoTime, path -> {});
        return inspector.inspect(content(bytes));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
