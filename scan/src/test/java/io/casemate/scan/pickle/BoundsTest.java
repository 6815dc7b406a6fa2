package io.casemate.scan.pickle;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

/** Pickles that are small and want much. */
class BoundsTest {
    @Test
    void laughs_that_double_are_told() {
        var laughs = pickle(4).emptyList().memoize();
        for (int level = 1; level <= 60; level++) {
            laughs.emptyList()
                    .memoize()
                    .mark()
                    .binget(level - 1)
                    .binget(level - 1)
                    .appends();
        }
        assertThat(rules(laughs.stop())).containsExactly("pickle/expansion");
        var tuples = pickle(4).none();
        for (int level = 0; level < 60; level++) {
            tuples.dup().tuple2();
        }
        assertThat(rules(tuples.stop())).containsExactly("pickle/expansion");
    }

    @Test
    void parts_that_are_shared_by_honest_writers_are_not() {
        var shared = pickle(4).emptyList().memoize().mark();
        for (int i = 0; i < 50; i++) {
            shared.binint1(i);
        }
        shared.appends().emptyList().mark();
        for (int i = 0; i < 200; i++) {
            shared.binget(0);
        }
        assertThat(rules(shared.appends().stop())).isEmpty();
    }

    @Test
    void nesting_of_two_hundred_thousand_is_told_and_survived() {
        var tuples = pickle(4).emptyTuple();
        var lists = pickle(4);
        for (int i = 0; i < 200_000; i++) {
            tuples.tuple1();
            lists.emptyList();
        }
        for (int i = 1; i < 200_000; i++) {
            lists.append();
        }
        assertThat(rules(tuples.stop())).containsExactly("pickle/expansion");
        assertThat(rules(lists.stop())).containsExactly("pickle/expansion");
    }

    @Test
    void calls_of_results_of_calls_are_bounded() {
        var chain = pickle(4).global("m", "f");
        for (int i = 0; i < 100_000; i++) {
            chain.emptyTuple().reduce().memoize().dup().tuple1().pop();
        }
        RecordingJudge judge = RecordingJudge.of(chain.stop());
        assertThat(judge.calls).hasSize(100_000);
        assertThat(judge.trial.findings).hasSizeLessThan(200);
        assertThat(judge.trial.findings.getLast().message()).contains("99,9");
    }

    @Test
    void list_that_holds_itself_is_survived() {
        assertThat(rules(pickle(4).emptyList().dup().append().stop())).isEmpty();
        RecordingJudge judge = RecordingJudge.of(pickle(4)
                .global("m", "f")
                .emptyList()
                .memoize()
                .binget(0)
                .append()
                .tuple1()
                .reduce()
                .stop());
        assertThat(judge.seen()).containsExactly("CALL m.f");
    }

    @Test
    void wild_memo_numbers_are_told() {
        assertThat(rules(pickle(2).none().longBinput(2_147_483_647L).stop())).containsExactly("pickle/expansion");
    }

    @Test
    void memo_of_millions_is_remembered() {
        var many = pickle(4).none();
        for (int i = 0; i < 1_500_000; i++) {
            many.memoize();
        }
        many.pop().global("os", "system").longBinput(1_400_000).pop();
        RecordingJudge judge = RecordingJudge.of(
                many.longBinget(1_400_000).emptyTuple().reduce().stop());
        assertThat(judge.seen()).containsExactly("CALL os.system");
    }

    @Test
    void length_near_the_largest_number_is_broken() {
        for (int op : new int[] {Op.BINBYTES8, Op.BINUNICODE8, Op.BYTEARRAY8}) {
            Trial trial =
                    RecordingJudge.of(pickle(4).length(op, Long.MAX_VALUE - 3).bytes()).trial;
            assertThat(trial.gaps).hasSize(1);
        }
        assertThat(rules(pickle(4).frame(Long.MAX_VALUE).none().stop())).containsExactly("pickle/frame-mismatch");
    }

    @Test
    void bytes_that_begin_like_a_frame_by_chance_are_broken_and_no_more() {
        byte[] head = pickle(4).frame(-1).bytes();
        byte[] chance = java.util.Arrays.copyOf(head, head.length + 100); // zeros are no opcodes
        Trial trial = RecordingJudge.of(chance).trial;
        assertThat(trial.rules()).isEmpty();
        assertThat(trial.gaps).isNotEmpty();
    }

    private static java.util.List<String> rules(byte[] pickle) {
        Trial trial = RecordingJudge.of(pickle).trial;
        assertThat(trial.gaps).isEmpty();
        return trial.rules();
    }
}
