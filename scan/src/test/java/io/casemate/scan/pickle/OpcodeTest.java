package io.casemate.scan.pickle;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each opcode makes the value that CPython makes of it. */
class OpcodeTest {
    /** The argument that a call gets which the opcodes push. */
    private static Value pushed(PickleBuilder opcodes) {
        byte[] bytes = pickle(4)
                .global("m", "f")
                .raw(opcodes.bytes())
                .tuple1()
                .reduce()
                .stop();
        RecordingJudge judge = RecordingJudge.of(bytes);
        assertThat(judge.trial.gaps).isEmpty();
        return judge.last().arguments().getFirst();
    }

    private static void whole(PickleBuilder opcodes, long expected) {
        assertThat(pushed(opcodes)).isEqualTo(new Value.Whole(expected));
    }

    private static void text(PickleBuilder opcodes, String expected) {
        assertThat(pushed(opcodes)).isEqualTo(Value.text(expected));
    }

    private static void bytes(PickleBuilder opcodes, int... expected) {
        assertThat(pushed(opcodes)).isInstanceOfSatisfying(Value.Bytes.class, value -> {
            assertThat(value.bytes().byteSize()).isEqualTo(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(value.bytes().get(java.lang.foreign.ValueLayout.JAVA_BYTE, i))
                        .isEqualTo((byte) expected[i]);
            }
        });
    }

    @Test
    void whole_numbers_of_every_width() {
        whole(pickle().binint(-5), -5);
        whole(pickle().binint1(200), 200);
        whole(pickle().binint2(60_000), 60_000);
        whole(pickle().long1(), 0);
        whole(pickle().long1((byte) 0xff), -1);
        whole(pickle().long1((byte) 0xff, (byte) 0), 255);
        whole(pickle().long4((byte) 1, (byte) 1), 257);
        whole(pickle().long1(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 1}), Long.MAX_VALUE);
        whole(pickle().long1(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, -1}), Long.MIN_VALUE);
        whole(pickle().intLine("42"), 42);
        whole(pickle().intLine("-0x1f"), -31);
        whole(pickle().longLine("12345678901L"), 12_345_678_901L);
    }

    @Test
    void reals_truths_and_none() {
        assertThat(pushed(pickle().binfloat(2.5))).isEqualTo(new Value.Real(2.5));
        assertThat(pushed(pickle().floatLine("-1e3"))).isEqualTo(new Value.Real(-1000));
        assertThat(pushed(pickle().floatLine("nan"))).isEqualTo(new Value.Real(Double.NaN));
        assertThat(pushed(pickle().newtrue())).isEqualTo(new Value.Truth(true));
        assertThat(pushed(pickle().newfalse())).isEqualTo(new Value.Truth(false));
        assertThat(pushed(pickle().intLine("01"))).isEqualTo(new Value.Truth(true));
        assertThat(pushed(pickle().intLine("00"))).isEqualTo(new Value.Truth(false));
        assertThat(pushed(pickle().none())).isEqualTo(Value.NONE);
    }

    @Test
    void texts_of_every_kind() {
        text(pickle().text("abc"), "abc");
        text(pickle().binunicode("gr\u00fcn"), "gr\u00fcn");
        text(pickle().binunicode8("x"), "x");
        text(pickle().unicodeLine("a\\u0062c\\U00000064\\n"), "abcd\\n");
        text(pickle().stringLine("'a\\x62\\143\\n\\'\\\\'"), "abc\n'\\");
        text(pickle().binstring("old"), "old");
        text(pickle().shortBinstring("old"), "old");
    }

    @Test
    void bytes_of_every_kind() {
        bytes(pickle().shortBinbytes((byte) 1, (byte) 2), 1, 2);
        bytes(pickle().binbytes((byte) 3), 3);
        bytes(pickle().binbytes8((byte) 4), 4);
        bytes(pickle().bytearray8((byte) 5), 5);
        assertThat(pushed(pickle().nextBuffer().readonlyBuffer())).isEqualTo(Value.UNKNOWN);
    }

    @Test
    void containers() {
        var one = new Value.Whole(1);
        var two = new Value.Whole(2);
        var three = new Value.Whole(3);
        assertThat(pushed(pickle().emptyTuple())).isEqualTo(Value.items());
        assertThat(pushed(pickle().binint1(1).tuple1())).isEqualTo(Value.items(one));
        assertThat(pushed(pickle().binint1(1).binint1(2).tuple2())).isEqualTo(Value.items(one, two));
        assertThat(pushed(pickle().binint1(1).binint1(2).binint1(3).tuple3())).isEqualTo(Value.items(one, two, three));
        assertThat(pushed(pickle().mark().binint1(1).binint1(2).tuple())).isEqualTo(Value.items(one, two));
        assertThat(pushed(pickle().mark().binint1(1).list().binint1(2).append()))
                .isEqualTo(Value.items(one, two));
        assertThat(pushed(pickle().emptyList().mark().binint1(1).binint1(2).appends()))
                .isEqualTo(Value.items(one, two));
        assertThat(pushed(pickle().emptySet().mark().binint1(1).additems())).isEqualTo(Value.items(one));
        assertThat(pushed(pickle().mark().binint1(1).frozenset())).isEqualTo(Value.items(one));
        var entries = new Value.Entries(List.of(one, two), true);
        assertThat(pushed(pickle().mark().binint1(1).binint1(2).dict())).isEqualTo(entries);
        assertThat(pushed(pickle().emptyDict().binint1(1).binint1(2).setitem())).isEqualTo(entries);
        assertThat(pushed(pickle().emptyDict().mark().binint1(1).binint1(2).setitems()))
                .isEqualTo(entries);
    }

    @Test
    void globals_and_persistent_ids() {
        assertThat(pushed(pickle().global("a.b", "C"))).isEqualTo(new Value.Global("a.b", "C"));
        assertThat(pushed(pickle().stackGlobal("a", "B.c"))).isEqualTo(new Value.Global("a", "B.c"));
        assertThat(pushed(pickle().persid("7"))).isEqualTo(new Value.Persistent(Value.text("7")));
        assertThat(pushed(pickle().binint1(7).binpersid())).isEqualTo(new Value.Persistent(new Value.Whole(7)));
    }

    @Test
    void stack_and_memo() {
        whole(pickle().binint1(1).binint1(2).pop(), 1);
        whole(pickle().binint1(1).mark().binint1(2).popMark(), 1);
        whole(pickle().binint1(1).mark().pop(), 1);
        assertThat(pushed(pickle().binint1(1).dup().tuple2()))
                .isEqualTo(Value.items(new Value.Whole(1), new Value.Whole(1)));
        whole(pickle().binint1(9).put("3").pop().get("3"), 9);
        whole(pickle().binint1(9).binput(3).pop().longBinget(3), 9);
        whole(pickle().binint1(9).longBinput(4_000_000_000L).pop().longBinget(4_000_000_000L), 9);
        whole(pickle().binint1(9).memoize().pop().binget(0), 9);
        whole(
                pickle().binint1(8)
                        .longBinput(70_000)
                        .pop()
                        .binint1(9)
                        .memoize()
                        .pop()
                        .binget(1),
                9);
    }

    @Test
    void everything_that_makes_a_call_makes_it() {
        assertThat(seen(pickle(2).global("m", "f").emptyTuple().reduce())).containsExactly("CALL m.f");
        assertThat(seen(pickle(2).global("m", "f").emptyTuple().newobj())).containsExactly("NEW m.f");
        assertThat(seen(pickle(4).global("m", "f").emptyTuple().emptyDict().newobjEx()))
                .containsExactly("NEW m.f");
        assertThat(seen(pickle().mark().binint1(1).inst("m", "f"))).containsExactly("CALL m.f");
        assertThat(seen(pickle().mark().global("m", "f").binint1(1).obj())).containsExactly("CALL m.f");
        assertThat(seen(pickle(2)
                        .global("m", "f")
                        .emptyTuple()
                        .reduce()
                        .emptyDict()
                        .build()))
                .containsExactly("CALL m.f", "BUILD m.f()");
        assertThat(seen(pickle(2).global("m", "f").emptyTuple().reduce().none().append()))
                .containsExactly("CALL m.f", "APPEND m.f()");
        assertThat(seen(pickle(2)
                        .global("m", "f")
                        .emptyTuple()
                        .reduce()
                        .mark()
                        .none()
                        .appends()))
                .containsExactly("CALL m.f", "APPEND m.f()");
        assertThat(seen(pickle(2)
                        .global("m", "f")
                        .emptyTuple()
                        .reduce()
                        .none()
                        .none()
                        .setitem()))
                .containsExactly("CALL m.f", "SET_ITEM m.f()");
        assertThat(seen(pickle(2)
                        .global("m", "f")
                        .emptyTuple()
                        .reduce()
                        .mark()
                        .none()
                        .none()
                        .setitems()))
                .containsExactly("CALL m.f", "SET_ITEM m.f()");
        assertThat(seen(pickle(4)
                        .global("m", "f")
                        .emptyTuple()
                        .reduce()
                        .mark()
                        .none()
                        .additems()))
                .containsExactly("CALL m.f", "APPEND m.f()");
        assertThat(seen(pickle(4).global("m", "f").emptyDict().build())).containsExactly("BUILD m.f");
    }

    @Test
    void keywords_of_newobj_ex_are_arguments_by_name() {
        RecordingJudge judge = RecordingJudge.of(pickle(4)
                .global("m", "f")
                .emptyTuple()
                .emptyDict()
                .text("k")
                .binint1(1)
                .setitem()
                .newobjEx()
                .stop());
        assertThat(judge.last().keywords()).containsEntry("k", new Value.Whole(1));
        assertThat(judge.last().complete()).isTrue();
    }

    @Test
    void what_only_the_loader_knows_is_unknown() {
        RecordingJudge judge =
                RecordingJudge.of(pickle(2).ext1(5).emptyTuple().reduce().stop());
        assertThat(judge.seen()).containsExactly("CALL Unknown");
        assertThat(judge.trial.rules()).contains("pickle/extension-code");
        assertThat(RecordingJudge.of(pickle(2).ext2(500).stop()).trial.rules()).contains("pickle/extension-code");
        assertThat(RecordingJudge.of(pickle(2).ext4(70_000).stop()).trial.rules())
                .contains("pickle/extension-code");
    }

    @Test
    void every_byte_of_a_whole_pickle_is_read() {
        byte[] bytes = pickle(4).frame(3).none().memoize().stop();
        Trial trial = RecordingJudge.of(bytes).trial;
        assertThat(trial.coveredAll(bytes.length)).isTrue();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.findings).isEmpty();
    }

    @Test
    void a_global_that_nothing_calls_is_told_as_a_reference() {
        RecordingJudge judge = RecordingJudge.of(pickle(2)
                .global("m", "called")
                .emptyTuple()
                .reduce()
                .pop()
                .global("m", "stored")
                .stop());
        assertThat(judge.references).containsExactly("m.stored");
        assertThat(judge.trial.needed).containsExactly("m.called", "m.stored");
    }

    @Test
    void explained_is_what_loading_would_do() {
        byte[] bytes = pickle(2)
                .command("id")
                .emptyDict()
                .binunicode("a")
                .binint1(1)
                .setitem()
                .build()
                .stop();
        var limits = new Limits(Limits.DEFAULT.deadline(), 1 << 20, 8, 10, true);
        Trial trial = Trial.of(new PickleScanner(), Content.of("x", bytes), limits, new RecordingJudge());
        assertThat(trial.explained).containsExactly("v1 = os.system('id')", "v1.__setstate__({'a': 1})", "return v1");
    }

    private static List<String> seen(PickleBuilder opcodes) {
        return RecordingJudge.of(opcodes.stop()).seen();
    }
}
