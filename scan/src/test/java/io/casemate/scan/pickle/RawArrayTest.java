package io.casemate.scan.pickle;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrays that joblib writes between two opcodes, and arrays of NumPy in constants. */
class RawArrayTest {
    @Test
    void opcodes_after_a_raw_array_are_read() {
        byte[] bytes = wrapper("f8", 3)
                .raw(2, 0xff, 0xff)
                .raw(new byte[24])
                .pop()
                .command("id")
                .stop();
        RecordingJudge judge = RecordingJudge.of(bytes);
        assertThat(judge.seen()).contains("CALL os.system");
        assertThat(judge.trial.gaps).isEmpty();
        assertThat(judge.trial.coveredAll(bytes.length)).isTrue();
        Tensor tensor = judge.trial.tensors.getFirst();
        assertThat(tensor.type()).isEqualTo(ElementType.F64);
        assertThat(tensor.shape()).isEqualTo(List.of(3L));
    }

    @Test
    void array_of_objects_is_a_pickle_in_between() {
        byte[] inner = pickle(2).command("id").stop();
        RecordingJudge judge =
                RecordingJudge.of(wrapper("O8", 1).raw(inner).pop().none().stop());
        assertThat(judge.seen()).contains("CALL os.system");
        assertThat(judge.trial.gaps).isEmpty();
    }

    @Test
    void array_that_reaches_over_the_end_is_a_gap() {
        assertThat(RecordingJudge.of(wrapper("f8", 1_000_000).raw(0).stop()).trial.gaps)
                .hasSize(1);
        assertThat(RecordingJudge.of(wrapper("f8", Integer.MAX_VALUE).raw(0).stop()).trial.gaps)
                .hasSize(1);
    }

    @Test
    void array_in_a_constant_is_told_as_numbers() {
        byte[] bytes = array(new byte[8192], 2048).stop();
        Tensor tensor = RecordingJudge.of(bytes).trial.tensors.getFirst();
        assertThat(tensor.type()).isEqualTo(ElementType.F32_BIG_ENDIAN);
        assertThat(tensor.shape()).isEqualTo(List.of(2048L));
        assertThat(tensor.bytes().byteSize()).isEqualTo(8192);
        assertThat(RecordingJudge.of(array(new byte[8192], 2047).stop()).trial.tensors)
                .isEmpty();
    }

    private static PickleBuilder array(byte[] numbers, int length) {
        return pickle(4)
                .global("numpy.core.multiarray", "_reconstruct")
                .global("numpy", "ndarray")
                .binint1(0)
                .tuple1()
                .shortBinbytes((byte) 'b')
                .tuple3()
                .reduce()
                .mark()
                .binint1(1)
                .binint(length)
                .tuple1()
                .global("numpy", "dtype")
                .text("f4")
                .newfalse()
                .newtrue()
                .tuple3()
                .reduce()
                .binint1(3)
                .text(">")
                .none()
                .tuple3()
                .build()
                .newfalse()
                .binbytes(numbers)
                .tuple()
                .build();
    }

    private static PickleBuilder wrapper(String dtype, int length) {
        return pickle(4)
                .global("joblib.numpy_pickle", "NumpyArrayWrapper")
                .emptyTuple()
                .newobj()
                .emptyDict()
                .mark()
                .text("subclass")
                .global("numpy", "ndarray")
                .text("shape")
                .binint(length)
                .tuple1()
                .text("order")
                .text("C")
                .text("dtype")
                .global("numpy", "dtype")
                .text(dtype)
                .tuple1()
                .reduce()
                .text("allow_mmap")
                .newtrue()
                .text("numpy_array_alignment_bytes")
                .binint1(16)
                .setitems()
                .build();
    }
}
