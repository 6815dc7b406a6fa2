package io.casemate.scan.archive.zip;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZipTricksTest {
    private final ZipForge zip = new ZipForge();

    private static Trial read(byte[] bytes) {
        return Trial.of(new ZipScanner(List.of()), bytes);
    }

    private static List<String> texts(Trial trial) {
        return trial.nested.stream().map(ZipTricksTest::text).toList();
    }

    private static String text(Content content) {
        return content.text(0, (int) content.size(), StandardCharsets.UTF_8);
    }

    @Test
    void wrong_checksum_in_the_directory_hides_nothing_cve_2025_10156() {
        zip.add("data.pkl", "evil").deflated().centralCrc ^= 1;
        zip.members.getFirst().localCrc ^= 1;
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("zip/wrong-checksum");
        assertThat(texts(trial)).containsExactly("evil");
    }

    @Test
    void encrypted_flag_on_plain_data_hides_nothing_cve_2025_1945() {
        zip.add("stored", "evil").flags(1);
        zip.add("deflated", "evil too").deflated().flags(1);
        zip.add("strong", "evil as well").flags(0x40);
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("zip/false-encryption");
        assertThat(texts(trial)).containsExactly("evil", "evil too", "evil as well");
        assertThat(trial.gaps).isEmpty();
    }

    @Test
    void flag_in_one_header_only_is_a_mismatch_cve_2025_1945() {
        zip.add("data.pkl", "evil").localFlags = 1;
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("zip/header-mismatch");
        assertThat(texts(trial)).containsExactly("evil");
    }

    @Test
    void other_name_in_the_local_header_is_a_mismatch_cve_2025_1944() {
        zip.add("data.pkl", "evil").centralName = "harmless.txt".getBytes(StandardCharsets.UTF_8);
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("zip/header-mismatch");
        assertThat(trial.findings.getFirst().message()).contains("'data.pkl'").contains("'harmless.txt'");
        assertThat(texts(trial)).containsExactly("evil");
    }

    @Test
    void other_method_in_the_local_header_is_unpacked_by_both() {
        zip.add("data.pkl", "evil evil evil evil").deflated().centralMethod = 0;
        Trial trial = read(zip.build());
        assertThat(trial.rules()).contains("zip/header-mismatch");
        assertThat(texts(trial)).contains("evil evil evil evil");
    }

    @Test
    void really_encrypted_member_is_a_gap() {
        var member = zip.add("secret", "0123456789abplain");
        member.flags(1);
        member.size = 5;
        Trial trial = read(zip.build());
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps)
                .singleElement()
                .satisfies(gap -> assertThat(gap.what()).contains("encrypted"));
    }

    @Test
    void member_that_only_a_local_header_names_is_read() {
        zip.add("seen", "good");
        zip.add("hidden", "evil").inDirectory = false;
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("zip/hidden-member");
        assertThat(texts(trial)).containsExactly("good", "evil");
    }

    @Test
    void member_that_only_the_directory_names_is_told() {
        zip.add("seen", "good");
        zip.add("nowhere", "").header = 3;
        Trial trial = read(zip.build());
        assertThat(trial.rules()).contains("zip/header-mismatch");
        assertThat(trial.gaps).isNotEmpty();
    }

    @Test
    void members_that_share_bytes_overlap() {
        zip.add("a", "good");
        var twin = zip.add("b", "good");
        twin.header = 0;
        twin.name = "a".getBytes(StandardCharsets.UTF_8);
        assertThat(read(zip.build()).rules()).contains("zip/overlap");
    }

    @Test
    void one_member_that_the_directory_names_again_and_again_overlaps_itself() {
        zip.add("a", "good");
        var twin = zip.add("a", "good");
        twin.header = 0;
        assertThat(read(zip.build()).rules()).contains("zip/overlap");
    }

    @Test
    void duplicate_names_are_both_read() {
        zip.add("data.pkl", "good");
        zip.add("data.pkl", "evil");
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("zip/duplicate-name");
        assertThat(texts(trial)).containsExactly("good", "evil");
    }

    @Test
    void what_stands_before_the_archive_is_routed_too() {
        zip.prefix = "pickle.".getBytes(StandardCharsets.UTF_8);
        zip.add("a", "good");
        for (boolean counted : new boolean[] {false, true}) {
            zip.prefixCounted = counted;
            zip.members.getFirst().header = -1;
            byte[] bytes = zip.build();
            Trial trial = read(bytes);
            assertThat(trial.rules()).containsExactly("zip/polyglot");
            assertThat(texts(trial)).containsExactly("pickle.", "good");
            assertThat(trial.coveredAll(bytes.length)).isTrue();
        }
    }

    @Test
    void what_stands_behind_the_archive_is_routed_too() {
        zip.suffix = "pickle.".getBytes(StandardCharsets.UTF_8);
        zip.add("a", "good");
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("zip/polyglot");
        assertThat(texts(trial)).containsExactly("pickle.", "good");
    }

    @Test
    void archive_behind_a_program_is_told_as_such() {
        zip.prefix = "\177ELF and more".getBytes(StandardCharsets.ISO_8859_1);
        zip.add("a", "good");
        assertThat(read(zip.build()).rules()).containsExactly("zip/executable-prefix");
    }

    @Test
    void second_archive_in_the_comment_is_read_too() {
        var inner = new ZipForge();
        inner.add("data.pkl", "evil");
        zip.add("a", "good");
        zip.comment = inner.build();
        Trial trial = read(zip.build());
        assertThat(trial.rules()).contains("zip/several-directories");
        assertThat(texts(trial)).contains("good", "evil");
    }

    @Test
    void names_that_leave_the_folder_are_slips() {
        for (String name : List.of("../evil", "/etc/passwd", "a/../../b", "..\\evil", "C:\\evil", "\\\\host\\share")) {
            var forge = new ZipForge();
            forge.add(name, "x");
            assertThat(read(forge.build()).rules()).as(name).containsExactly("zip/slip");
        }
    }

    @Test
    void names_that_show_as_others_are_odd() {
        for (String name : List.of("a\0b", "model\u202egpj.pkl", "a\u001b[2Jb", "a/../b")) {
            var forge = new ZipForge();
            forge.add(name, "x");
            Trial trial = read(forge.build());
            assertThat(trial.rules()).as(name).containsExactly("zip/odd-name");
            assertThat(trial.findings.getFirst().message())
                    .doesNotContain("\u001b")
                    .doesNotContain("\u202e");
        }
    }

    @Test
    void links_are_malicious_where_they_leave_the_folder() {
        zip.add("a/inside", "b").mode = 0xa1ff;
        zip.add("a/b/inside", "../../c").mode = 0xa1ff;
        zip.add("a/outside", "../../etc").mode = 0xa1ff;
        assertThat(read(zip.build()).findings)
                .extracting(Trial.Told::rule)
                .containsExactly("zip/link", "zip/link", "zip/link-escape");
    }

    @Test
    void entries_that_the_end_record_does_not_count_are_told() {
        zip.add("a", "good");
        zip.add("b", "evil");
        zip.entriesStated = 1;
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("zip/header-mismatch");
        assertThat(texts(trial)).containsExactly("good", "evil");
    }

    @Test
    void blank_data_beyond_all_proportion_is_a_bomb() {
        zip.add("bomb", new byte[80 << 20]).deflated();
        zip.add("b", "good");
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("zip/bomb");
        assertThat(trial.gaps).isNotEmpty();
        assertThat(trial.nested).hasSize(2);
        assertThat(trial.nested.getFirst().size()).isLessThan(2 << 20);
    }

    @Test
    void bomb_in_an_archive_in_an_archive_stops_the_reading() {
        zip.add("bomb", new byte[80 << 20]).deflated();
        zip.add("b", "good");
        Content inner = Content.of("outer.zip!inner.zip", zip.build());
        Trial trial = Trial.of(
                new ZipScanner(List.of()),
                inner,
                Limits.DEFAULT,
                read(new byte[0]).judge());
        assertThat(trial.rules()).containsExactly("zip/bomb");
        assertThat(trial.nested).isEmpty();
        assertThat(trial.gaps.getLast().what()).contains("is a bomb");
    }

    @Test
    void unknown_method_is_a_gap() {
        zip.add("a", "good").method(98);
        Trial trial = read(zip.build());
        assertThat(trial.gaps)
                .singleElement()
                .satisfies(gap -> assertThat(gap.what()).contains("98"));
    }

    @Test
    void siblings_are_found_and_never_outside_their_folder() {
        zip.add("a/config.json", "{}");
        zip.add("a/model.py", "x = 1");
        zip.add("other", "y");
        Content config = read(zip.build()).nested.getFirst();
        assertThat(config.family().sibling("model.py").map(ZipTricksTest::text)).contains("x = 1");
        assertThat(config.family().sibling("../other")).isEmpty();
    }

    @Test
    void member_within_another_leaves_no_hole_behind_it() {
        var inner = new ZipForge();
        inner.add("b", "evil");
        byte[] outer = Arrays.copyOf(inner.build(), 200);
        Arrays.fill(outer, 35, 200, (byte) 'x');
        zip.add("a", outer);
        zip.add("b", "evil").header = 31;
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("zip/overlap");
    }

    @Test
    void mark_of_an_archive_that_was_to_be_split_is_no_hole() {
        zip.prefixCounted = true;
        zip.add("a", "good");
        for (String mark : List.of("PK00", "PK\7\b")) {
            zip.prefix = mark.getBytes(StandardCharsets.ISO_8859_1);
            zip.members.getFirst().header = -1;
            byte[] bytes = zip.build();
            Trial trial = read(bytes);
            assertThat(trial.findings).isEmpty();
            assertThat(trial.coveredAll(bytes.length)).isTrue();
        }
    }

    @Test
    void wide_end_record_is_believed_only_where_the_narrow_one_agrees() {
        zip.add("a", "good");
        assertThat(read(zip.withWideEnd(1)).findings).isEmpty();
        zip.members.getFirst().header = -1;
        zip.entriesStated = 5;
        assertThat(read(zip.withWideEnd(1)).rules()).contains("zip/header-mismatch");
    }
}
