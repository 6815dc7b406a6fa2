package io.casemate.scan.executable;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.indicator.Sweep;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import io.casemate.scan.trial.Direct;
import io.casemate.scan.trial.Trial;
import io.casemate.scan.weight.TensorPass;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class EmbeddedExecutablesTest {
    private static final long SEED = 20260303L;

    private static final Map<String, byte[]> KINDS = Map.of(
            "ELF", Machine.elf(),
            "ELF big-endian", Machine.elfBigEndian(),
            "PE", Machine.pe(),
            "Mach-O", Machine.mach(),
            "Mach-O fat", Machine.fat(),
            "WebAssembly", Machine.wasm(),
            "Java class", Machine.javaClass(),
            "DEX", Machine.dex());

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        RandomGeneratorFactory.of("L64X128MixRandom").create(SEED).nextBytes(bytes);
        return bytes;
    }

    private static Trial find(byte[] bytes, boolean numbers) {
        return Direct.of(
                bytes,
                (content, inspection) -> EmbeddedExecutables.find(content, 0, content.size(), numbers, inspection));
    }

    @Test
    void every_kind_is_found_at_any_place() {
        KINDS.forEach((kind, program) -> {
            for (int place : new int[] {1, 2, 3, 5, 8, 65_535, 65_536, 65_537, 70_001, 131_069}) {
                byte[] bytes = random(200_000);
                System.arraycopy(program, 0, bytes, place, program.length);
                assertThat(find(bytes, true).findings)
                        .as("%s at %d", kind, place)
                        .singleElement()
                        .matches(told -> told.rule().equals("executable/embedded") && told.offset() == place);
            }
        });
    }

    @Test
    void a_script_is_found_among_numbers_and_usual_elsewhere() {
        byte[] bytes = random(1000);
        byte[] script = Machine.latin("#!/bin/sh\nid\n");
        System.arraycopy(script, 0, bytes, 501, script.length);
        assertThat(find(bytes, true).findings).hasSize(1);
        assertThat(find(bytes, false).findings).isEmpty();
    }

    @Test
    void random_bytes_hold_none_even_with_magics_sown_in() {
        byte[] bytes = random(32 << 20);
        byte[][] magics = {
            Machine.latin("\u007fELF"),
            Machine.latin("MZ"),
            Machine.latin("PE\0\0"),
            Machine.latin("\0asm"),
            Machine.latin("\u00ca\u00fe\u00ba\u00be"),
            Machine.latin("\u00cf\u00fa\u00ed\u00fe")
        };
        for (int i = 0; i < 300_000; i++) {
            byte[] magic = magics[i % magics.length];
            System.arraycopy(magic, 0, bytes, i * 111, magic.length);
        }
        assertThat(find(bytes, true).findings).as("seed %d", SEED).isEmpty();
    }

    @Test
    void every_cut_of_a_header_is_survived() {
        KINDS.forEach((kind, program) -> {
            for (int n = 0; n < program.length; n++) {
                byte[] bytes = new byte[n + 3];
                System.arraycopy(program, 0, bytes, 3, n);
                assertThat(find(bytes, true).gaps).as("%s cut at %d", kind, n).isEmpty();
                Trial.of(new ExecutableScanner(), Arrays.copyOf(program, n));
            }
        });
    }

    @Test
    void a_file_that_is_an_executable_says_so_once() {
        KINDS.forEach((kind, program) -> {
            Trial trial = Trial.of(new ExecutableScanner(), program);
            assertThat(trial.rules()).as(kind).containsExactly("executable/file");
            assertThat(trial.coveredAll(program.length)).isTrue();
            Trial swept =
                    Direct.of(program, (content, inspection) -> Sweep.run(content, List.of(), List.of(), inspection));
            assertThat(swept.findings).as(kind).isEmpty();
        });
    }

    @Test
    void the_head_of_a_program_alone_is_told() {
        byte[] head = java.util.Arrays.copyOf(Machine.mach(), 40);
        java.util.Arrays.fill(head, 16, 40, (byte) 0); // no commands
        assertThat(Trial.of(new ExecutableScanner(), head).rules()).containsExactly("executable/file");
    }

    @Test
    void an_executable_under_the_name_of_data_is_worse_than_one_that_says_what_it_is() {
        assertThat(rules("weights.bin")).containsExactly("executable/disguised");
        assertThat(rules("pack.zip!model.safetensors")).containsExactly("executable/disguised");
        assertThat(rules("lib/libmodel.so.1")).containsExactly("executable/file");
        assertThat(rules("pack.jar!Model.class")).containsExactly("executable/file");
    }

    private static List<String> rules(String name) {
        var content = Content.of(name, Machine.elf());
        return Trial.of(new ExecutableScanner(), content, Limits.DEFAULT, Judges.builtIn())
                .rules();
    }

    @Test
    void a_packed_executable_is_told() {
        byte[] program = Machine.elf();
        System.arraycopy(Machine.latin("UPX!"), 0, program, 236, 4);
        assertThat(Trial.of(new ExecutableScanner(), program).rules())
                .containsExactly("executable/file", "executable/packed");
    }

    @Test
    void the_first_bytes_of_a_cut_elf_are_enough_at_the_beginning() {
        byte[] cut = java.util.Arrays.copyOf(Machine.elf(), 20);
        assertThat(Trial.of(new ExecutableScanner(), cut).rules()).isNotEmpty();
        assertThat(new ExecutableScanner().recognises(Content.of("weights.bin", cut)))
                .isEqualTo(Recognition.CERTAIN);
        assertThat(find(bytesAround(cut), false).rules()).isEmpty();
    }

    /** Floats among which no header can lie are not searched: wherever one lies, they are. */
    @Test
    void numbers_around_an_executable_are_unusual_and_others_are_not() {
        var random = new Random(7);
        var floats = ByteBuffer.allocate(4 * 20_000).order(ByteOrder.LITTLE_ENDIAN);
        while (floats.hasRemaining()) {
            floats.putFloat((float) (random.nextInt(10) == 0 ? 0 : random.nextGaussian()));
        }
        assertThat(unusual(floats.array())).isEmpty();
        KINDS.forEach((kind, program) -> {
            for (int place = 40_000; place < 40_008; place++) {
                byte[] bytes = floats.array().clone();
                System.arraycopy(program, 0, bytes, place, Math.min(program.length, 1 << 10));
                int begin = place;
                assertThat(unusual(bytes))
                        .as("%s at %d", kind, place)
                        .anyMatch(part -> part.begin() <= begin && part.end() >= begin + 64);
            }
        });
    }

    private static List<TensorPass.Part> unusual(byte[] floats) {
        var tensor = new Tensor("w", ElementType.F32, List.of(floats.length / 4L), MemorySegment.ofArray(floats), 0);
        var pass = new TensorPass(tensor);
        while (pass.advance(1 << 14) > 0) {
            assertThat(pass.unusual().size()).isLessThan(9);
        }
        return pass.unusual();
    }

    private static byte[] bytesAround(byte[] inner) {
        byte[] all = new byte[inner.length + 200];
        System.arraycopy(inner, 0, all, 100, inner.length);
        return all;
    }
}
