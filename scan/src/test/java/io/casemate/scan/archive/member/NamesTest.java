package io.casemate.scan.archive.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "a/b/link, ../../c, false",
        "a/b/link, ../../../c, true",
        "a\\b\\link, ../../c, false",
        "link, ../c, true",
        "link, c, false",
        "../link, c, true",
        "a/link, /etc/passwd, true",
        "a/link, C:\\x, true"
    })
    void a_link_is_followed_from_the_folder_it_stands_in(String name, String target, boolean leaves) {
        assertThat(Names.linkLeaves(name, target)).isEqualTo(leaves);
    }

    @Test
    void names_with_what_cannot_be_seen_are_odd() {
        for (int point : new int[] {0x07, 0x202a, 0x202e, 0x2066, 0x2069, 0x200e, 0x200f, 0x061c}) {
            assertThat(Names.manner("a" + Character.toString(point))).isEqualTo(Names.Manner.ODD);
        }
        assertThat(Names.manner("a\u2029")).isEqualTo(Names.Manner.PLAIN);
        assertThat(Names.manner("a/../b")).isEqualTo(Names.Manner.ODD);
        assertThat(Names.manner("../b")).isEqualTo(Names.Manner.LEAVES);
    }
}
