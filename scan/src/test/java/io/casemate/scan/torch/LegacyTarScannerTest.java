package io.casemate.scan.torch;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.call.Judges;
import io.casemate.scan.pickle.PickleScanner;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Family;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Trial;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LegacyTarScannerTest extends FormatScannerContract {
    private static final byte[] VIEWS = pickle(2).emptyList().stop();
    private static final Family TAR =
            name -> name.equals("pickle") ? Optional.of(Content.of(name, VIEWS)) : Optional.empty();

    private static Bytes head(int count, String module, String type) {
        return Bytes.bytes()
                .raw(pickle(2).binint1(count).stop())
                .raw(pickle(2)
                        .mark()
                        .binint(7)
                        .binunicode("cpu")
                        .global(module, type)
                        .tuple()
                        .stop());
    }

    private static byte[] storages(int stated, int floats) {
        return head(1, "torch", "FloatStorage")
                .u64(stated)
                .zeros(floats * 4)
                .raw(VIEWS)
                .toBytes();
    }

    private static byte[] tensors(int dimensions) {
        return head(1, "torch", "FloatTensor")
                .u32(dimensions)
                .u32(0)
                .u64(3)
                .u64(1)
                .u64(0)
                .toBytes();
    }

    private static Trial read(String name, byte[] bytes) {
        var content = new Content("model.pth!" + name, bytes, TAR);
        return Trial.of(new LegacyTarScanner(), content, Limits.DEFAULT, Judges.builtIn());
    }

    @Override
    protected FormatScanner scanner() {
        return new LegacyTarScanner();
    }

    @Override
    protected Content content(byte... bytes) {
        return new Content("model.pth!storages", bytes, TAR);
    }

    @Override
    protected byte[] benign() {
        return storages(3, 3);
    }

    @Override
    protected byte[] hostile() {
        return head(1, "os", "system").toBytes();
    }

    /** The list of views may be missing where nothing is a view. */
    @Override
    protected boolean isWhole(int length) {
        return length == 0 || length == benign().length - VIEWS.length;
    }

    @Test
    void storages_are_tensors() {
        Trial trial = read("storages", benign());
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(benign().length)).isTrue();
        assertThat(trial.tensors).singleElement().satisfies(tensor -> {
            assertThat(tensor.name()).isEqualTo("storage 7");
            assertThat(tensor.type()).isEqualTo(ElementType.F32);
            assertThat(tensor.shape()).containsExactly(3L);
        });
    }

    @Test
    void heads_of_tensors_are_passed() {
        Trial trial = read("tensors", tensors(1));
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(tensors(1).length)).isTrue();
    }

    @Test
    void lengths_that_reach_outside_are_gaps() {
        assertThat(read("storages", storages(4_000, 3)).gaps).isNotEmpty();
        assertThat(read("storages", storages(-1, 3)).gaps).isNotEmpty();
        assertThat(read("tensors", tensors(2)).gaps).isNotEmpty();
        assertThat(read("tensors", tensors(-1)).gaps).isNotEmpty();
    }

    @Test
    void pickles_between_the_numbers_are_judged() {
        assertThat(read("storages", hostile()).rules()).anyMatch(rule -> rule.startsWith("code/"));
    }

    @Test
    void only_members_of_a_tar_with_a_pickle_beside_them_are_read_so() {
        assertThat(new PickleScanner().recognises(content(benign()))).isEqualTo(Recognition.NO);
        for (Content other : new Content[] {
            new Content("storages", benign(), TAR),
            Content.of("model.pth!storages", benign()),
            new Content("model.pth!other", benign(), TAR)
        }) {
            assertThat(new LegacyTarScanner().recognises(other)).isEqualTo(Recognition.NO);
        }
    }
}
