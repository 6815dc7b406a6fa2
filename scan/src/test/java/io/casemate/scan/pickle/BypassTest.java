package io.casemate.scan.pickle;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.trial.Trial;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Ways in which pickles hid a call from readers. Each is found as the call it is. */
class BypassTest {
    private static final String CALL = "CALL os.system";

    private static void calls(byte[] pickle) {
        assertThat(RecordingJudge.of(pickle).seen()).contains(CALL);
    }

    @Test
    void dotted_name_walks_attributes_ghsa_5j3x_jp52_966f() {
        RecordingJudge judge = RecordingJudge.of(pickle(4)
                .stackGlobal("random", "_os.system")
                .text("id")
                .tuple1()
                .reduce()
                .stop());
        assertThat(judge.last().function()).isEqualTo(new Value.Global("random", "_os.system"));
    }

    @Test
    void opcodes_between_a_text_and_its_memo() {
        calls(pickle(4)
                .text("os")
                .proto(4)
                .memoize()
                .text("system")
                .frame(0)
                .memoize()
                .pop()
                .pop()
                .binget(0)
                .binget(1)
                .stackGlobal()
                .text("id")
                .tuple1()
                .reduce()
                .stop());
        calls(pickle(4)
                .text("os")
                .dup()
                .memoize()
                .pop()
                .pop()
                .text("system")
                .memoize()
                .pop()
                .binget(0)
                .binget(1)
                .stackGlobal()
                .text("id")
                .tuple1()
                .reduce()
                .stop());
    }

    @Test
    void memo_begins_anew_in_each_concatenated_pickle() {
        byte[] first = pickle(4)
                .text("collections")
                .memoize()
                .text("OrderedDict")
                .memoize()
                .stop();
        byte[] second = pickle(4)
                .text("os")
                .memoize()
                .text("system")
                .memoize()
                .pop()
                .pop()
                .binget(0)
                .binget(1)
                .stackGlobal()
                .text("id")
                .tuple1()
                .reduce()
                .stop();
        calls(pickle().raw(first).raw(second).bytes());
    }

    @Test
    void memo_number_is_overwritten() {
        calls(pickle(4)
                .text("math")
                .binput(0)
                .pop()
                .text("os")
                .binput(0)
                .pop()
                .text("system")
                .binput(1)
                .pop()
                .binget(0)
                .binget(1)
                .stackGlobal()
                .text("id")
                .tuple1()
                .reduce()
                .stop());
    }

    @Test
    void string_opcodes_name_a_global() {
        calls(pickle(4)
                .shortBinstring("os")
                .stringLine("'sys\\x74em'")
                .stackGlobal()
                .text("id")
                .tuple1()
                .reduce()
                .stop());
        calls(pickle().unicodeLine("\\u006fs")
                .binstring("system")
                .stackGlobal()
                .unicodeLine("id")
                .tuple1()
                .reduce()
                .stop());
    }

    @Test
    void decoys_are_popped() {
        calls(pickle(4)
                .text("json")
                .text("os")
                .text("system")
                .mark()
                .text("loads")
                .popMark()
                .stackGlobal()
                .text("id")
                .tuple1()
                .reduce()
                .pop()
                .stop());
    }

    @Test
    void result_of_the_call_is_popped_ghsa_mxhj_88fx_4pcv() {
        calls(pickle(2)
                .mark()
                .global("os", "system")
                .binunicode("id")
                .obj()
                .pop()
                .none()
                .stop());
    }

    @Test
    void build_hides_the_call_before_it_ghsa_mhc9_48gj_9gp3() {
        calls(pickle(2).command("id").emptyDict().build().stop());
    }

    @Test
    void name_of_a_global_is_computed() {
        Trial trial = RecordingJudge.of(pickle(4)
                        .global("builtins", "str")
                        .text("os")
                        .tuple1()
                        .reduce()
                        .text("system")
                        .stackGlobal()
                        .text("id")
                        .tuple1()
                        .reduce()
                        .stop())
                .trial;
        assertThat(trial.rules()).contains("pickle/computed-global");
    }

    @Test
    void planted_setstate_is_seen_in_build() {
        RecordingJudge judge = RecordingJudge.of(pickle(2)
                .global("m", "C")
                .emptyTuple()
                .newobj()
                .none()
                .emptyDict()
                .binunicode("__setstate__")
                .global("os", "system")
                .setitem()
                .tuple2()
                .build()
                .binunicode("id")
                .build()
                .stop());
        Call first = judge.calls.get(2);
        assertThat(first.how()).isEqualTo(Call.How.BUILD);
        assertThat(first.arguments().toString()).contains("__setstate__", "system");
        assertThat(judge.references).contains("os.system");
    }

    @Test
    void callable_is_handed_to_another_call() {
        RecordingJudge judge = RecordingJudge.of(pickle(2)
                .global("builtins", "map")
                .global("os", "system")
                .emptyList()
                .binunicode("id")
                .append()
                .tuple2()
                .reduce()
                .stop());
        assertThat(judge.last().arguments().getFirst()).isEqualTo(new Value.Global("os", "system"));
        assertThat(judge.references).contains("os.system");
    }

    @Test
    void extension_registered_by_the_pickle_itself() {
        calls(pickle(2)
                .global("copyreg", "add_extension")
                .binunicode("os")
                .binunicode("system")
                .binint1(240)
                .tuple3()
                .reduce()
                .pop()
                .ext1(240)
                .binunicode("id")
                .tuple1()
                .reduce()
                .stop());
    }

    @Test
    void call_before_the_break_counts() {
        byte[] call = pickle(2).command("id").bytes();
        for (byte[] broken : new byte[][] {
            call,
            pickle().raw(call).raw(0xff).bytes(),
            pickle().raw(call).intLine("x").bytes(),
            pickle().raw(call).longLine("1.5").bytes(),
            pickle().raw(call).floatLine("x").bytes(),
            pickle().raw(call).get("99").bytes(),
            pickle().raw(call).binget(99).bytes(),
            pickle().raw(call).put("x").bytes(),
            pickle().raw(call).tuple().bytes(),
            pickle().raw(call).proto(9).bytes(),
            pickle().raw(call).pop().pop().pop().bytes(),
            pickle().raw(call).binint1(1).binint1(2).stackGlobal().bytes(),
            pickle().raw(call).length(Op.BINBYTES8, Long.MAX_VALUE).bytes(),
            pickle().raw(call).length(Op.BINSTRING, -1).bytes(),
            pickle().raw(call).length(Op.LONG4, -1).bytes(),
            pickle().raw(call).length(Op.BINUNICODE, 1000).bytes(),
        }) {
            RecordingJudge judge = RecordingJudge.of(broken);
            assertThat(judge.seen()).contains(CALL);
            assertThat(judge.trial.gaps).as(HexFormat.of().formatHex(broken)).isNotEmpty();
        }
    }

    @Test
    void argument_reaches_over_its_frame_cpython_154848() {
        // linear: one BINBYTES of 0x107 bytes; from a file: the length is read anew after the frame
        byte[] hidden = pickle().raw(0, 0).command("id").bytes();
        var body = pickle().raw(hidden);
        while (body.length() < 0x107 - 1) {
            body.none();
        }
        byte[] bytes = pickle(4)
                .mark()
                .frame(2)
                .op(Op.BINBYTES)
                .raw(0x07)
                .raw(1, 0, 0, 0)
                .raw(body.bytes())
                .raw(0)
                .popMark()
                .none()
                .stop();
        RecordingJudge judge = RecordingJudge.of(bytes);
        assertThat(judge.trial.rules()).contains("pickle/frame-mismatch");
        assertThat(judge.seen()).contains(CALL);
    }

    @Test
    void pickle_in_bytes_is_handed_on() {
        byte[] inner = pickle(4).command("id").stop();
        for (byte[] outer : new byte[][] {
            pickle(4)
                    .global("_pickle", "loads")
                    .binbytes(inner)
                    .tuple1()
                    .reduce()
                    .stop(),
            pickle(4)
                    .global("torch.storage", "_load_from_bytes")
                    .binbytes(inner)
                    .tuple1()
                    .reduce()
                    .stop(),
            pickle(4)
                    .global("any", "thing")
                    .binunicode(Base64.getEncoder().encodeToString(inner))
                    .tuple1()
                    .reduce()
                    .stop(),
            pickle(4)
                    .global("any", "thing")
                    .binunicode(HexFormat.of().formatHex(inner))
                    .tuple1()
                    .reduce()
                    .stop(),
        }) {
            Trial trial = RecordingJudge.of(outer).trial;
            assertThat(trial.nested).hasSize(1);
            assertThat(trial.nested.getFirst().copy(0, inner.length)).isEqualTo(inner);
            assertThat(trial.rules()).contains("pickle/nested-code");
        }
    }

    @Test
    void pickle_follows_zeros_or_blanks_after_another() {
        byte[] bytes = pickle().raw(pickle(2).none().stop())
                .raw(0, 0, 0, 0)
                .raw(pickle(2).command("id").stop())
                .bytes();
        Trial trial = RecordingJudge.of(bytes).trial;
        assertThat(trial.rules()).contains("pickle/trailing-data");
        assertThat(trial.nested).hasSize(1);
    }

    @Test
    void items_are_set_on_what_is_no_dictionary_cve_2026_24747() {
        RecordingJudge judge = RecordingJudge.of(pickle(2)
                .global("torch._utils", "_rebuild_tensor_v2")
                .emptyTuple()
                .reduce()
                .binint1(0)
                .binint1(1)
                .setitem()
                .stop());
        assertThat(judge.last().how()).isEqualTo(Call.How.SET_ITEM);
    }

    @Test
    void text_that_is_a_pickle_is_recognised_and_prose_is_not() {
        assertThat(recognised(pickle().mark().none().tuple().put("0").stop())).isTrue();
        assertThat(recognised("cos\nsystem\n(S'id'\ntR.".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isTrue();
        assertThat(recognised("cos\nsystem\n(S'id'\ntR".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isTrue();
        for (String prose : new String[] {
            "The quick brown fox jumps over the lazy dog.\n",
            "I am what I am.\n",
            "N.B. this is only a text\n",
            "Very long\nNice.\n",
            "config: 1\nother: 2\n",
            "]\n",
            "(1, 2, 3).\n",
            "import os\nos.system('id')\n",
            "0.5 0.25\n",
            "L1\n",
            "{\"a\": 1}",
        }) {
            assertThat(recognised(prose.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                    .as(prose)
                    .isFalse();
        }
    }

    private static boolean recognised(byte[] bytes) {
        return new PickleScanner().recognises(Content.of("x", bytes)) != io.casemate.scan.spi.Recognition.NO;
    }
}
