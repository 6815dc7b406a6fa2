package io.casemate.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.casemate.core.problem.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken files end in a model or in problems, never in anything else. Sizes and rounds are fixed, so that time is too. */
class SystemModelFuzzTest {
    private static final long SEED = 20260101L;
    private static final int ROUNDS = 1_000;

    private final byte[] valid = ModelText.VALID.getBytes(StandardCharsets.UTF_8);
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void survives_flipped_bytes() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = valid.clone();
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read(bytes, round);
        }
    }

    @Test
    void survives_marks_of_the_language_in_wrong_places() {
        byte[] marks = "{}[],:-?&*!|>'\"%@`#~<\t\n ".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = valid.clone();
            for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = marks[random.nextInt(marks.length)];
            }
            read(bytes, round);
        }
    }

    @Test
    void survives_deleted_repeated_and_exchanged_lines() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines = new ArrayList<>(ModelText.VALID.lines().toList());
            for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
                String line = lines.remove(random.nextInt(lines.size()));
                if (random.nextBoolean()) {
                    lines.add(random.nextInt(lines.size()), random.nextBoolean() ? line : " " + line);
                }
            }
            read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), round);
        }
    }

    @Test
    void survives_every_prefix() {
        for (int length = 0; length < valid.length; length++) {
            read(Arrays.copyOf(valid, length), length);
        }
    }

    @Test
    void survives_garbage() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length && round % 2 == 0; i++) {
                bytes[i] = (byte) (' ' + (bytes[i] & 0xFF) % 95);
            }
            read(bytes, round);
        }
    }

    /** A head, a piece of text and how often it follows: each shape is as large as the limits or larger. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zones: [%{},\n|240000",
                "elements: [%a,\n|20000",
                "elements: [%{},\n|240000",
                "flows: [%{from: a, to: b},\n|20000",
                "flows: [%{from: feature-store, to: label-store},\n|20000",
                "elements: [{id: feature-stor, kind: llm, zone: z},%{id: a, formerly: [b]},\n|20000",
                "adversaries: [%{id: a, access: [x]},\n|20000",
                "treatments: [%{scenario: a@b},\n|20000",
                "? %? |100000",
                "a: %a: |100000",
                "'%x\n|4000000",
                "# %x|990000",
                "%# {x}\n|16",
                "a: '%\u00e9|990000",
                "a: >\n%  x\n|4000000",
                "%\n|16000000",
                "%&a |1000000",
                "%a: 1\n|200000",
                "%!|990000",
                "%--- \n|3000000",
            })
    void survives_what_is_large(String form) {
        String head = form.substring(0, form.indexOf('%'));
        String piece = form.substring(head.length() + 1, form.lastIndexOf('|'));
        int times = Integer.parseInt(form.substring(form.lastIndexOf('|') + 1));
        String text = head + piece.replace("{x}", "x".repeat(990_000)).repeat(times);
        read("casemate: 1\nscope: {name: s}\n%s]".formatted(text).getBytes(StandardCharsets.UTF_8), times);
    }

    private static void read(byte[] bytes, int round) {
        try {
            SystemModel model = SystemModelReader.read("casemate.yaml", bytes, ModelText.KNOWN);
            assertThat(Topology.of(model).elements()).hasSameSizeAs(model.elements());
        } catch (InvalidInputException e) {
            assertThat(e.problems()).allSatisfy(p -> assertThat(p.where()).startsWith("casemate.yaml"));
        } catch (RuntimeException e) {
            String head = new String(bytes, 0, Math.min(bytes.length, 10_000), StandardCharsets.UTF_8);
            fail("seed %d, round %d: %s".formatted(SEED, round, head), e);
        }
    }
}
