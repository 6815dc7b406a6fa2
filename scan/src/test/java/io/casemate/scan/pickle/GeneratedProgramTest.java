package io.casemate.scan.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Random valid programs whose generator knows each call they make. */
class GeneratedProgramTest {
    private static final int ROUNDS = 2_000;

    @Test
    void the_machine_sees_just_the_calls_that_the_generator_made() {
        long seed = 20260101L;
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var program = new Program(random);
            byte[] bytes = program.write();
            RecordingJudge judge = RecordingJudge.of(bytes);
            assertThat(judge.seen()).as("seed %d round %d", seed, round).isEqualTo(program.calls);
            assertThat(judge.trial.gaps).as("seed %d round %d", seed, round).isEmpty();
            assertThat(judge.trial.coveredAll(bytes.length)).isTrue();
        }
    }

    @Test
    void no_cut_and_no_mutation_makes_the_machine_fail() {
        long seed = 20260102L;
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new Program(random).write();
            for (int cut = 0; cut < bytes.length; cut += 1 + bytes.length / 50) {
                byte[] prefix = java.util.Arrays.copyOf(bytes, cut);
                assertThat(RecordingJudge.of(prefix).trial.gaps)
                        .as("seed %d round %d cut %d", seed, round, cut)
                        .isNotEmpty();
            }
            for (int mutation = 0; mutation < 50; mutation++) {
                byte[] mutated = bytes.clone();
                for (int n = random.nextInt(1, 5); n > 0; n--) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
                }
                new PickleScanner().recognises(io.casemate.scan.spi.Content.of("x", mutated));
                RecordingJudge.of(mutated);
            }
        }
    }

    /** A program of values on a stack that only the generator knows; each makes one value. */
    private static final class Program {
        final List<String> calls = new ArrayList<>();
        private final RandomGenerator random;
        private final PickleBuilder out;
        private final List<Integer> memo = new ArrayList<>();
        private int budget = 60;

        Program(RandomGenerator random) {
            this.random = random;
            this.out = PickleBuilder.pickle(4);
        }

        byte[] write() {
            value(0);
            return out.stop();
        }

        private void value(int depth) {
            if (--budget < 0 || depth > 8) {
                out.none();
                return;
            }
            switch (random.nextInt(14)) {
                case 0 -> out.binint1(random.nextInt(256));
                case 1 -> out.text("t" + random.nextInt(100));
                case 2 -> out.binbytes(new byte[random.nextInt(600)]);
                case 3 -> tuple(depth);
                case 4 -> items(depth, Op.EMPTY_LIST, Op.APPENDS, 1);
                case 5 -> items(depth, Op.EMPTY_DICT, Op.SETITEMS, 2);
                case 6 -> items(depth, Op.EMPTY_SET, Op.ADDITEMS, 1);
                case 7 -> decoy(depth);
                case 8 -> remembered(depth);
                case 9 ->
                    out.unicodeLine("line" + random.nextInt(10))
                            .floatLine("1.5")
                            .pop();
                default -> call(depth);
            }
        }

        private void tuple(int depth) {
            out.mark();
            several(depth, 1);
            out.tuple();
        }

        private void items(int depth, int empty, int fill, int each) {
            out.op(empty).mark();
            several(depth, each);
            out.op(fill);
        }

        private void several(int depth, int each) {
            for (int n = each * random.nextInt(4); n > 0; n--) {
                value(depth + 1);
            }
        }

        private void decoy(int depth) {
            if (random.nextBoolean()) {
                out.text("os").text("system");
                value(depth + 1);
                out.pop().pop().pop();
            } else {
                out.mark().text("os");
                value(depth + 1);
                out.popMark();
            }
            value(depth + 1);
        }

        private void remembered(int depth) {
            if (memo.isEmpty() || random.nextBoolean()) {
                int key = random.nextInt(1_000);
                out.binint1(1).longBinput(key);
                memo.add(key);
            } else {
                out.get(String.valueOf(memo.get(random.nextInt(memo.size()))));
            }
        }

        private void call(int depth) {
            String name = "f" + random.nextInt(1_000);
            Call.How how = Call.How.CALL;
            switch (random.nextInt(5)) {
                case 0 -> {
                    function(name);
                    tuple(depth);
                    out.reduce();
                }
                case 1 -> {
                    function(name);
                    tuple(depth);
                    out.newobj();
                    how = Call.How.NEW;
                }
                case 2 -> {
                    out.mark();
                    several(depth, 1);
                    out.inst("m", name);
                }
                case 3 -> {
                    out.mark();
                    function(name);
                    several(depth, 1);
                    out.obj();
                }
                default -> {
                    function(name);
                    tuple(depth);
                    out.emptyDict().newobjEx();
                    how = Call.How.NEW;
                }
            }
            calls.add(how + " m." + name);
            if (random.nextInt(3) == 0) {
                value(depth + 1);
                out.build();
                calls.add("BUILD m." + name + "()");
            }
        }

        private void function(String name) {
            switch (random.nextInt(3)) {
                case 0 -> out.global("m", name);
                case 1 -> out.stackGlobal("m", name);
                default -> out.shortBinstring("m").unicodeLine(name).stackGlobal();
            }
        }
    }
}
