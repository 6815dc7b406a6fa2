package io.casemate.scan.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadsTest {
    private static byte[] file(String head) {
        byte[] bytes = new byte[60];
        byte[] begin = head.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(begin, 0, bytes, 0, begin.length);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\3\4", "BZh", "\u00fd7zXZ", "(\u00b5/\u00fd", "\u007fELF", "\u00e3\1\0\0\0"})
    void what_can_be_loaded_is_known_by_its_first_bytes(String head) {
        assertThat(Heads.loadable(Content.of("x", file(head)))).isTrue();
        assertThat(Heads.loadable(Content.of("x", file("x" + head.substring(1)))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\3\4", "\u007fELF"})
    void what_can_be_loaded_is_known_in_base64_and_hexadecimal(String head) {
        for (String text : new String[] {
            Base64.getEncoder().encodeToString(file(head)), HexFormat.of().formatHex(file(head))
        }) {
            Content content = Content.of("x", text.getBytes(StandardCharsets.US_ASCII));
            assertThat(Heads.decoded(content.bytes())).as(text).isNotNull();
        }
    }
}
