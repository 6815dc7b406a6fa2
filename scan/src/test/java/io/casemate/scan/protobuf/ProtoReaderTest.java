package io.casemate.scan.protobuf;

import static io.casemate.scan.protobuf.ProtoWriter.proto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.scan.spi.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtoReaderTest {
    private static ProtoReader reader(byte... bytes) {
        return ProtoReader.over(Content.of("trial", bytes), () -> {});
    }

    @Test
    void reads_fields_of_every_kind_in_order() {
        byte[] bytes = proto().varint(1, -1)
                .fixed32(2, -2)
                .fixed64(3, -3)
                .text(500_000_000, "text")
                .message(5, proto().varint(1, 300))
                .toBytes();
        List<String> seen = new ArrayList<>();
        for (ProtoReader field = reader(bytes); field.next(); ) {
            seen.add(field.number() + " " + field.wireType() + " " + field.value() + " "
                    + field.text(100).length());
        }
        assertThat(seen)
                .containsExactly(
                        "1 VARINT -1 0",
                        "2 FIXED32 4294967294 0",
                        "3 FIXED64 -3 0",
                        "500000000 DELIMITED 0 4",
                        "5 DELIMITED 0 3");
    }

    @Test
    void a_message_inside_ends_where_it_ends() {
        ProtoReader outer =
                reader(proto().message(1, proto().varint(7, 300)).varint(2, 5).toBytes());
        assertThat(outer.next()).isTrue();
        ProtoReader inner = outer.message();
        assertThat(inner.next()).isTrue();
        assertThat(inner.value()).isEqualTo(300);
        assertThat(inner.next()).isFalse();
        assertThat(outer.next()).isTrue();
        assertThat(outer.value()).isEqualTo(5);
    }

    @Test
    void a_field_that_reaches_out_of_its_message_is_refused() {
        byte[] bytes = proto().message(1, proto().text(2, "four")).varint(3, 1).toBytes();
        bytes[3] = 6; // the inner text claims two bytes of the outer message
        ProtoReader outer = reader(bytes);
        assertThat(outer.next()).isTrue();
        ProtoReader inner = outer.message();
        assertThatThrownBy(inner::next).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void no_prefix_hangs_or_reads_outside() {
        byte[] bytes =
                proto().varint(1, Long.MAX_VALUE).text(2, "text").fixed64(3, 1).toBytes();
        for (int cut = 0; cut < bytes.length; cut++) {
            ProtoReader field = reader(Arrays.copyOf(bytes, cut));
            int seen = 0;
            try {
                while (field.next()) {
                    seen++;
                }
            } catch (IndexOutOfBoundsException cutInside) {
                assertThat(seen).as("cut at byte %d", cut).isLessThan(3);
            }
        }
    }

    @Test
    void an_endless_varint_is_refused() {
        byte[] bytes = new byte[64];
        Arrays.fill(bytes, (byte) 0xff);
        assertThatThrownBy(reader(bytes)::next).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
