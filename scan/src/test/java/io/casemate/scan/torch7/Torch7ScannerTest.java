package io.casemate.scan.torch7;

import static io.casemate.scan.torch7.LuaObjects.ascii;
import static io.casemate.scan.torch7.LuaObjects.binary;
import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class Torch7ScannerTest {
    private static Trial trial(LuaObjects file) {
        return Trial.of(new Torch7Scanner(), file.toBytes());
    }

    private static LuaObjects model(LuaObjects file) {
        return file.object("nn.Linear")
                .table(3)
                .string("weight")
                .tensor(1, 2, 2)
                .storage(1, 2, 3, 4)
                .number(1)
                .nil()
                .string("gradient")
                .tensor(3, 2)
                .again(4, 4);
    }

    @Test
    void an_honest_model_is_silent_and_its_storages_are_tensors() {
        Trial trial = trial(model(binary()));
        assertThat(trial.accepted).isTrue();
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.facts).containsEntry("class", "nn.Linear");
        assertThat(trial.tensors).extracting("name").containsExactly("weight");
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(2L, 2L));
        assertThat(trial.coveredAll(model(binary()).toBytes().length)).isTrue();
    }

    @Test
    void files_as_text_are_read_too() {
        Trial trial = trial(model(ascii()));
        assertThat(trial.accepted).isTrue();
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial(ascii().function(8, "return io.popen('id')").table(0)).rules())
                .containsExactly("torch7/dangerous-code");
    }

    @Test
    void classes_had_no_versions_once() {
        assertThat(trial(binary().unversioned("nn.Sequential").table(0)).accepted)
                .isTrue();
    }

    @Test
    void functions_are_code_whatever_their_tag() {
        for (int tag : new int[] {6, 7, 8}) {
            assertThat(trial(binary().function(tag, "\033LuaQ\0\0x").table(0)).rules())
                    .containsExactly("torch7/code");
            assertThat(trial(binary().function(tag, "\033LJ\2\0\7os\14execute").table(0))
                            .rules())
                    .containsExactly("torch7/dangerous-code");
        }
        assertThat(trial(binary().table(1).string("f").function(8, "return 1").table(0))
                        .rules())
                .containsExactly("torch7/code");
    }

    @Test
    void functions_in_what_functions_were_closed_over_are_told() {
        Trial trial = trial(binary().function(8, "\033LuaQ")
                .table(1)
                .number(1)
                .function(8, "os.execute'x'")
                .nil());
        assertThat(trial.rules()).containsExactly("torch7/code", "torch7/dangerous-code");
    }

    @Test
    void tensors_outside_of_their_storage_are_told() {
        assertThat(trial(binary().tensor(1, 2, 2).storage(1, 2, 3)).rules()).containsExactly("torch7/out-of-bounds");
        assertThat(trial(binary().tensor(2, 2, 2).storage(1, 2, 3, 4)).rules()).containsExactly("torch7/out-of-bounds");
        assertThat(trial(binary().tensor(0, 1).storage(1)).rules()).containsExactly("torch7/out-of-bounds");
        assertThat(trial(binary().tensor(1, 1L << 40, 1L << 40).storage(1)).rules())
                .containsExactly("torch7/out-of-bounds");
        assertThat(trial(binary().tensor(1, 1).storage(1)).rules()).isEmpty();
    }

    @Test
    void tensors_without_numbers_have_no_storage() {
        Trial trial = trial(binary().table(2)
                .string("a")
                .tensor(1, 5)
                .nil()
                .string("b")
                .object("torch.FloatStorage")
                .integer(0)
                .integer(0));
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
    }

    @Test
    void counts_that_lie_are_gaps() {
        assertThat(trial(binary().tensor(1, 1).storageOf(1L << 61)).gaps).hasSize(1);
        assertThat(trial(binary().tensor(1, 1).storageOf(-1)).gaps).hasSize(1);
        assertThat(trial(binary().object("nn.X").table(Integer.MAX_VALUE)).gaps).hasSize(1);
    }

    @Test
    void classes_of_others_are_not_known_to_be_safe() {
        assertThat(trial(binary().object("mylib.Net")
                                .table(1)
                                .string("a")
                                .tensor(1, 1)
                                .storage(1))
                        .rules())
                .containsExactly("torch7/unknown-class");
    }

    @Test
    void depth_is_no_harm() {
        var deep = binary();
        for (int i = 0; i < 5_000; i++) {
            deep.table(1).number(1);
        }
        assertThat(trial(deep.tensor(1, 1).storage(1)).gaps).isEmpty();
    }

    @Test
    void what_only_begins_like_it_is_left_to_others() {
        assertThat(Trial.of(
                                new Torch7Scanner(),
                                bytes().u32(3).u32(1).u32(3).zeros(40).u32(99).toBytes())
                        .rejected)
                .isTrue();
        byte[] text = bytes().text("3 1 4 1 5 9 2 6 5 3 5 8 9").toBytes();
        assertThat(Trial.of(new Torch7Scanner(), text).rejected).isTrue();
        assertThat(new Torch7Scanner()
                        .recognises(Content.of("x", bytes().u32(9).zeros(40).toBytes())))
                .isEqualTo(Recognition.NO);
    }

    @Test
    void survives_prefixes_and_mutations() {
        Endurance.survivesEveryPrefix(new Torch7Scanner(), model(binary()).toBytes());
        Endurance.survivesMutations(new Torch7Scanner(), model(binary()).toBytes());
        Endurance.survivesMutations(new Torch7Scanner(), model(ascii()).toBytes());
    }
}
