package io.casemate.scan.archive.zip;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import org.junit.jupiter.api.Test;

class ZipExtraTest {
    @Test
    void wide_numbers_end_with_their_block() {
        byte[] field = bytes().u16(0x7075)
                .u16(1)
                .u8(7)
                .u16(ZipExtra.ZIP64)
                .u16(16)
                .u64(5)
                .u64(6)
                .u64(7)
                .toBytes();
        var extra = new ZipExtra(Content.of("x", field), 0, field.length);
        assertThat(extra.wide(0)).isEqualTo(5);
        assertThat(extra.wide(1)).isEqualTo(6);
        assertThat(extra.wide(2)).isEqualTo(-1);
    }

    @Test
    void block_that_reaches_over_the_end_is_none() {
        byte[] field = bytes().u16(ZipExtra.ZIP64).u16(9).u64(5).toBytes();
        assertThat(new ZipExtra(Content.of("x", field), 0, field.length).wide(0))
                .isEqualTo(-1);
    }
}
