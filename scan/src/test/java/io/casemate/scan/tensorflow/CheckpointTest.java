package io.casemate.scan.tensorflow;

import static io.casemate.scan.protobuf.ProtoWriter.proto;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.protobuf.ProtoWriter;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Variables of a SavedModel: an index that names tensors, and data that only the index can tell apart. */
class CheckpointTest {
    private static final byte[] MAGIC = {0x57, (byte) 0xfb, (byte) 0x80, (byte) 0x8b, 0x24, 0x75, 0x47, (byte) 0xdb};
    private static final String DATA = "variables/variables.data-00000-of-00001";

    /** One block of entries, and the block that points to it. */
    static byte[] index(byte... hidden) {
        ProtoWriter shape = proto().message(2, proto().varint(1, 2));
        byte[] block = block(
                entry("", proto().varint(1, 1).toBytes()),
                entry(
                        "bias",
                        proto().varint(1, 1).message(2, shape).varint(5, 8).toBytes()),
                entry("names", proto().varint(1, 7).varint(4, 8).varint(5, 4).toBytes()));
        byte[] pointers = block(entry("names", new byte[] {0, (byte) (block.length - 5)}));
        var out = new ByteArrayOutputStream();
        out.writeBytes(block);
        out.writeBytes(pointers);
        out.writeBytes(hidden);
        byte[] footer = new byte[48];
        footer[2] = (byte) block.length;
        footer[3] = (byte) (pointers.length - 5);
        System.arraycopy(MAGIC, 0, footer, 40, 8);
        out.writeBytes(footer);
        return out.toByteArray();
    }

    private static byte[] entry(String key, byte[] value) {
        var out = new ByteArrayOutputStream();
        out.write(0);
        out.write(key.length());
        out.write(value.length);
        out.writeBytes(key.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(value);
        return out.toByteArray();
    }

    private static byte[] block(byte[]... entries) {
        var out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            out.writeBytes(entry);
        }
        out.writeBytes(new byte[] {0, 0, 0, 0, 1, 0, 0, 0}); // where to restart, and how often
        out.writeBytes(new byte[5]); // no compression, no checksum
        return out.toByteArray();
    }

    private static Content data(int size) {
        return data(new byte[size]);
    }

    /** Data beside their index. */
    static Content data(byte... bytes) {
        return new Content(
                DATA,
                MemorySegment.ofArray(bytes),
                name -> name.equals("variables.index")
                        ? Optional.of(Content.of("variables/variables.index", index()))
                        : Optional.empty());
    }

    @Test
    void index_is_read_to_its_end() {
        Trial trial = Trial.of(new CheckpointIndexScanner(), index());
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(index().length)).isTrue();
    }

    @Test
    void data_are_the_tensors_that_the_index_names() {
        var scanner = new CheckpointDataScanner();
        assertThat(scanner.recognises(data(12))).isEqualTo(Recognition.CERTAIN);
        Trial trial = Trial.of(scanner, data(12), Limits.DEFAULT, Judges.builtIn());
        assertThat(trial.tensors).hasSize(1);
        assertThat(trial.tensors.getFirst().name()).isEqualTo("bias");
        assertThat(trial.coveredAll(12)).isTrue();
    }

    @Test
    void data_that_no_entry_names_stay_unread() {
        assertThat(Trial.of(new CheckpointDataScanner(), data(40), Limits.DEFAULT, Judges.builtIn())
                        .coveredAll(40))
                .isFalse();
    }

    @Test
    void data_without_an_index_are_nobodys() {
        assertThat(new CheckpointDataScanner().recognises(Content.of(DATA, new byte[12])))
                .isEqualTo(Recognition.NO);
    }
}
