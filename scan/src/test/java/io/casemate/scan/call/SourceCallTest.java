package io.casemate.scan.call;

import static io.casemate.scan.call.Value.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls in program code: the ordinary is quiet, the dangerous is told. */
class SourceCallTest {
    private final Judge judge = Judges.forSource();

    @ParameterizedTest
    @CsvSource({
        "os.system, MALICIOUS",
        "subprocess.run, MALICIOUS",
        "pty.spawn, MALICIOUS",
        "os.dup2, MALICIOUS",
        "socket.socket, SUSPICIOUS",
        "requests.get, SUSPICIOUS",
        "urllib.request.urlopen, SUSPICIOUS",
        "ctypes.CDLL, SUSPICIOUS",
        "pickle.loads, SUSPICIOUS",
        "marshal.loads, SUSPICIOUS",
        "shutil.rmtree, SUSPICIOUS",
        "os.path.join, SAFE",
        "torch.nn.Linear, SAFE",
        "print, SAFE",
        "len, SAFE",
        "numpy.zeros, SAFE",
        "logging.getLogger, SAFE",
        "torch.load, UNKNOWN",
        "open, SAFE"
    })
    void each_function_has_its_level(String function, Level level) {
        assertThat(level(Call.of(named(function), text("x")))).isEqualTo(level);
    }

    @Test
    void code_put_together_at_run_time_is_suspicious_and_decoded_code_malicious() {
        assertThat(level(Call.of(named("eval"), text("1 + 1")))).isEqualTo(Level.SAFE);
        assertThat(level(Call.of(named("eval"), text("__import__('os').system('id')"))))
                .isEqualTo(Level.MALICIOUS);
        assertThat(level(Call.of(named("exec"), Value.UNKNOWN))).isEqualTo(Level.SUSPICIOUS);
        assertThat(level(Call.of(named("exec"), new Value.Result(Call.of(named("base64.b64decode"), text("aWQ="))))))
                .isEqualTo(Level.MALICIOUS);
    }

    @Test
    void a_function_reached_by_name_is_followed() {
        Value found = new Value.Result(Call.of(named("getattr"), named("os"), text("system")));
        Value imported = new Value.Result(Call.of(named("__import__"), text("os")));

        assertThat(level(Call.of(found, text("id")))).isEqualTo(Level.MALICIOUS);
        assertThat(level(Call.of(new Value.Result(Call.of(named("getattr"), imported, text("system"))), text("id"))))
                .isEqualTo(Level.MALICIOUS);
        assertThat(level(Call.of(named("getattr"), named("os"), Value.UNKNOWN))).isEqualTo(Level.SUSPICIOUS);
        assertThat(level(Call.of(named("getattr"), named("self"), Value.UNKNOWN)))
                .isEqualTo(Level.SAFE);
    }

    @Test
    void an_import_by_name_is_judged_by_the_name() {
        assertThat(level(Call.of(named("importlib.import_module"), text("numpy"))))
                .isEqualTo(Level.SAFE);
        assertThat(level(Call.of(named("__import__"), text("subprocess")))).isEqualTo(Level.SUSPICIOUS);
        assertThat(level(Call.of(named("__import__"), Value.UNKNOWN))).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void files_that_hold_secrets_or_start_programs_are_told() {
        assertThat(level(Call.of(named("open"), text("vocab.json"), text("w")))).isEqualTo(Level.SAFE);
        assertThat(level(Call.of(named("open"), text("/home/ana/.ssh/id_rsa")))).isEqualTo(Level.MALICIOUS);
        assertThat(level(Call.of(named("open"), text("/home/a/.bashrc"), text("a"))))
                .isEqualTo(Level.MALICIOUS);
    }

    @Test
    void one_argument_decides_whether_a_loader_unpickles() {
        assertThat(level(keyword("torch.load", "weights_only", true))).isEqualTo(Level.SAFE);
        assertThat(level(keyword("torch.load", "weights_only", false))).isEqualTo(Level.SUSPICIOUS);
        assertThat(level(keyword("numpy.load", "allow_pickle", true))).isEqualTo(Level.SUSPICIOUS);
        assertThat(level(Call.of(named("numpy.load"), text("x.npy")))).isEqualTo(Level.SAFE);
        assertThat(level(Call.of(named("yaml.load"), text("x")))).isEqualTo(Level.SUSPICIOUS);
        assertThat(level(Call.of(named("yaml.load"), text("x"), named("yaml.SafeLoader"))))
                .isEqualTo(Level.SAFE);
    }

    @Test
    void a_dangerous_function_handed_to_a_thread_is_told() {
        var call = new Call(named("threading.Thread"), List.of(), true, Map.of("target", named("os.system")), How.CALL);

        assertThat(level(call)).isEqualTo(Level.MALICIOUS);
    }

    private Level level(Call call) {
        return judge.call(call).level();
    }

    private static Call keyword(String function, String name, boolean truth) {
        return new Call(named(function), List.of(text("x")), true, Map.of(name, new Value.Truth(truth)), How.CALL);
    }

    private static Value named(String name) {
        return new Value.Global("", name);
    }
}
