package io.casemate.scan.mxnet;

import static io.casemate.scan.mxnet.ParamsFile.FLOAT;
import static io.casemate.scan.mxnet.ParamsFile.V1;
import static io.casemate.scan.mxnet.ParamsFile.V2;
import static io.casemate.scan.mxnet.ParamsFile.V3;
import static io.casemate.scan.mxnet.ParamsFile.params;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.ElementType;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class MxnetParamsScannerTest {
    private static Trial trial(byte... bytes) {
        return Trial.of(new MxnetParamsScanner(), bytes);
    }

    @Test
    void arrays_of_every_version_are_tensors_with_their_names() {
        byte[] file = params().array("arg:a", 2, 3)
                .dense("aux:b", V1, 6, 16, 2)
                .dense("c", V3, 2, 2)
                .oldest("d", 12, 3)
                .toBytes();
        Trial trial = trial(file);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
        assertThat(trial.tensors).extracting("name").containsExactly("arg:a", "aux:b", "c", "d");
        assertThat(trial.tensors)
                .extracting("type")
                .containsExactly(ElementType.F32, ElementType.I64, ElementType.F16, ElementType.F32);
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(2L, 3L));
        assertThat(trial.tensors.get(2).elements()).isEqualTo(1);
    }

    @Test
    void names_may_be_missing() {
        Trial trial = trial(params().array("", 2).toBytes());
        assertThat(trial.findings).isEmpty();
        assertThat(trial.tensors.getFirst().name()).isEqualTo("array-0");
    }

    @Test
    void an_array_without_dimensions_is_none_before_version_3() {
        byte[] file = new Bytes()
                .u64(0x112)
                .u64(0)
                .u64(1)
                .u32(V2)
                .u32(0)
                .u32(0)
                .u64(0)
                .toBytes();
        Trial trial = trial(file);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
    }

    @Test
    void sparse_arrays_are_read_with_their_indexes() {
        byte[] file = params().rowSparse("a", 100, 3, 0, 7, 99)
                .compressedRows("b", 3, 5, new long[] {0, 1, 1, 2}, 4, 0)
                .toBytes();
        Trial trial = trial(file);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(3L, 3L));
    }

    @Test
    void indexes_outside_of_their_array_are_told() {
        assertThat(trial(params().rowSparse("a", 100, 3, 0, 100).toBytes()).rules())
                .containsExactly("mxnet-params/sparse-index");
        assertThat(trial(params().rowSparse("a", 100, 3, -1).toBytes()).rules())
                .containsExactly("mxnet-params/sparse-index");
        long[] begins = {0, 1, 1, 2};
        assertThat(trial(params().compressedRows("b", 3, 5, begins, 4, 5).toBytes())
                        .rules())
                .containsExactly("mxnet-params/sparse-index");
        assertThat(trial(params().compressedRows("b", 3, 5, new long[] {0, 2, 1, 2}, 4, 0)
                                .toBytes())
                        .rules())
                .containsExactly("mxnet-params/sparse-index");
        assertThat(trial(params().compressedRows("b", 9, 5, begins, 4, 0).toBytes())
                        .rules())
                .containsExactly("mxnet-params/sparse-index");
    }

    @Test
    void counts_and_shapes_that_lie_are_told() {
        var file = params().array("a", 2);
        assertThat(trial(file.withCounts(1L << 31, 1)).rules()).containsExactly("mxnet-params/out-of-bounds");
        assertThat(trial(file.withCounts(-1, 1)).rules()).containsExactly("mxnet-params/out-of-bounds");
        assertThat(trial(file.withCounts(1, 1L << 31)).rules()).containsExactly("mxnet-params/out-of-bounds");
        assertThat(trial(file.withCounts(1, 0)).rules()).isEmpty();
        assertThat(trial(params().dense("a", V2, FLOAT, 8, 1L << 32, 1L << 32).toBytes())
                        .rules())
                .containsExactly("mxnet-params/out-of-bounds");
        assertThat(trial(params().dense("a", V2, FLOAT, 8, -2).toBytes()).rules())
                .containsExactly("mxnet-params/out-of-bounds");
        assertThat(trial(params().array("a", 2).array("", 3).toBytes()).rules())
                .containsExactly("mxnet-params/out-of-bounds");
    }

    @Test
    void an_array_of_no_known_kind_is_a_gap() {
        Trial trial = trial(params().dense("a", V2, 99, 8, 2).toBytes());
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).hasSize(1);
    }

    @Test
    void names_twice_are_told() {
        assertThat(trial(params().array("a", 2).array("a", 3).toBytes()).rules())
                .containsExactly("mxnet-params/duplicate-name");
    }

    @Test
    void what_was_read_before_a_lie_is_weighed_all_the_same() {
        Trial trial = trial(params().array("a", 2).dense("b", V2, FLOAT, 8, 77).toBytes());
        assertThat(trial.rules()).containsExactly("mxnet-params/out-of-bounds");
        assertThat(trial.tensors).hasSize(1);
    }

    @Test
    void survives_prefixes_and_mutations() {
        byte[] sample = params().array("a", 2).rowSparse("b", 9, 2, 1, 3).toBytes();
        Endurance.survivesEveryPrefix(new MxnetParamsScanner(), sample);
        Endurance.survivesMutations(new MxnetParamsScanner(), sample);
    }
}
