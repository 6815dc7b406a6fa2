package io.casemate.scan.hdf5;

import static io.casemate.scan.hdf5.Hdf5Writer.hdf5;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import io.casemate.scan.trial.Trial;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is in an HDF5 file: numbers, texts, and contents of their own. */
class Hdf5ContentTest {
    private static final String JSON = "{\"class_name\": \"Sequential\", \"config\": {}}";
    private static final byte[] PICKLE = {(byte) 0x80, 2, '}', '.'};

    private static Trial read(byte... bytes) {
        return Trial.of(new Hdf5Scanner(), bytes);
    }

    private static String inner(Trial trial) {
        assertThat(trial.nested).hasSize(1);
        Content content = trial.nested.getFirst();
        return content.text(0, (int) content.size(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void numbers_become_tensors_where_they_lie() {
        byte[] bytes = hdf5().floats("kernel", 1, 2, 3).toBytes();
        Tensor tensor = read(bytes).tensors.getFirst();
        assertThat(tensor.type()).isEqualTo(ElementType.F32);
        assertThat(tensor.shape()).containsExactly(3L);
        assertThat(tensor.name()).isEqualTo("/kernel");
        assertThat(Float.intBitsToFloat(Content.of("file", bytes).i32(tensor.offset() + 8)))
                .isEqualTo(3f);
    }

    @Test
    void deflated_pieces_are_unpacked() {
        Trial trial = read(hdf5().deflated("kernel", 1, 2, 3).toBytes());
        Tensor tensor = trial.tensors.getFirst();
        assertThat(Float.intBitsToFloat(
                        new Content("piece", tensor.bytes(), name -> java.util.Optional.empty()).i32(8)))
                .isEqualTo(3f);
        assertThat(trial.gaps).isEmpty();
    }

    @Test
    void pieces_of_an_unknown_filter_are_a_gap() {
        assertThat(read(hdf5().filtered("kernel", 32_004).toBytes()).gaps).hasSize(1);
    }

    @Test
    void json_in_an_attribute_is_content_of_its_own() {
        assertThat(inner(read(hdf5().attribute("model_config", JSON).toBytes())))
                .isEqualTo(JSON);
    }

    @Test
    void an_attribute_in_a_fractal_heap_is_found() {
        byte[] bytes = hdf5().denseAttribute("model_config", JSON.getBytes(StandardCharsets.UTF_8))
                .toBytes();
        assertThat(inner(read(bytes))).isEqualTo(JSON);
    }

    @Test
    void pickles_in_attributes_of_pandas_stores_are_content_of_their_own() {
        byte[] old = "cos\nsystem\n(S'id'\ntR.".getBytes(StandardCharsets.US_ASCII);
        assertThat(inner(read(hdf5().fixedAttribute("values", old).toBytes()))).startsWith("cos\nsystem");
        assertThat(read(hdf5().attribute("title", "A sentence that ends in a full stop.")
                                .toBytes())
                        .nested)
                .isEmpty();
    }

    @Test
    void a_pickle_in_a_data_set_of_bytes_is_content_of_its_own() {
        assertThat(read(hdf5().bytes("blob", PICKLE).toBytes()).nested).hasSize(1);
        assertThat(read(hdf5().bytes("image", (byte) 1, (byte) 2, (byte) 3).toBytes()).nested)
                .isEmpty();
    }

    @Test
    void a_pickle_that_no_object_holds_is_found_all_the_same() {
        assertThat(inner(read(hdf5().unreferenced(PICKLE).toBytes()))).startsWith("\u0080\u0002}.");
    }

    @Test
    void a_pickle_after_the_end_is_told_and_handed_on() {
        byte[] whole = hdf5().floats("kernel", 1).toBytes();
        byte[] longer = java.util.Arrays.copyOf(whole, whole.length + 20);
        System.arraycopy(PICKLE, 0, longer, whole.length, PICKLE.length);
        Trial trial = read(longer);
        assertThat(trial.rules()).containsExactly("hdf5/trailing-data");
        assertThat(trial.nested).hasSize(1);
    }

    @Test
    void a_user_block_moves_every_address() {
        byte[] whole = hdf5().attribute("model_config", JSON).toBytes();
        byte[] moved = new byte[whole.length + 512];
        System.arraycopy(whole, 0, moved, 512, whole.length);
        assertThat(new Hdf5Scanner().recognises(Content.of("moved", moved))).isEqualTo(Recognition.CERTAIN);
        assertThat(inner(read(moved))).isEqualTo(JSON);
    }

    @Test
    void a_cycle_of_groups_is_walked_once() {
        Trial trial = read(
                hdf5().floats("kernel", 1).cycle("self", 48).cycle("again", 48).toBytes());
        assertThat(trial.tensors).hasSize(1);
    }

    @Test
    void pieces_are_unpacked_by_just_the_filters_that_were_applied() {
        for (Hdf5Writer file :
                new Hdf5Writer[] {hdf5().notDeflated("kernel", 1, 2, 3), hdf5().shuffledAndDeflated("kernel", 1, 2, 3)
                }) {
            Trial trial = read(file.toBytes());
            assertThat(trial.gaps).isEmpty();
            Tensor tensor = trial.tensors.getFirst();
            assertThat(Float.intBitsToFloat(
                            new Content("piece", tensor.bytes(), name -> java.util.Optional.empty()).i32(8)))
                    .isEqualTo(3f);
        }
    }

    @Test
    void a_link_that_states_when_it_was_made_is_followed() {
        Trial trial = read(hdf5().orderedFloats("kernel", 1, 2, 3).toBytes());
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.tensors)
                .singleElement()
                .matches(tensor -> tensor.name().equals("/kernel"));
    }

    @Test
    void the_end_of_a_file_may_count_its_user_block() {
        byte[] whole = hdf5().attribute("model_config", JSON).toBytes();
        byte[] moved = new byte[whole.length + 512];
        System.arraycopy(whole, 0, moved, 512, whole.length);
        int end = 512 + 28;
        assertThat(Content.of("moved", moved).i64(end)).isEqualTo(whole.length);
        ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN).putLong(end, moved.length);
        Trial trial = read(moved);
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.findings).isEmpty();
    }

    @Test
    void eight_bytes_after_the_end_are_padding_and_nine_are_not() {
        byte[] whole = hdf5().floats("kernel", 1).toBytes();
        for (int more : new int[] {8, 9}) {
            byte[] longer = Arrays.copyOf(whole, whole.length + more);
            Arrays.fill(longer, whole.length, longer.length, (byte) 1);
            assertThat(read(longer).rules()).hasSize(more == 9 ? 1 : 0);
        }
    }
}
