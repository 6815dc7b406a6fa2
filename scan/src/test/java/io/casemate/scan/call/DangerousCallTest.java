package io.casemate.scan.call;

import static io.casemate.scan.call.Ask.call;
import static io.casemate.scan.call.Ask.entries;
import static io.casemate.scan.call.Ask.global;
import static io.casemate.scan.call.Ask.on;
import static io.casemate.scan.call.Ask.result;
import static io.casemate.scan.call.Value.items;
import static io.casemate.scan.call.Value.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers write, by mechanism and by the advisory that told of it. */
class DangerousCallTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "t\u043erch._utils._rebuild_tensor_v2",
                "\uff4fs.\uff53ystem",
                "numpy\u200b.core.multiarray._reconstruct",
                "nump\u0443.dtype",
                "\u0441\u043e\u0440\u0443.\u0441\u043e\u0440\u0443"
            })
    void a_name_written_to_be_taken_for_another_is_suspicious(String global) {
        assertThat(call(global, text("x"))).isEqualTo(Level.SUSPICIOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m\u00f6del.Netz",
                "\u043c\u043e\u0434\u0435\u043b\u044c.\u0421\u0435\u0442\u044c",
                "\u6a21\u578b.Net"
            })
    void a_name_in_a_script_of_its_own_is_unknown(String global) {
        assertThat(call(global, text("x"))).isEqualTo(Level.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "CVE-2025-1716, pip.main",
        "GHSA-vvpj-8cmc-gx39, pkgutil.resolve_name",
        "CVE-2026-56315, uuid._get_command_stdout",
        "CVE-2026-56315, _osx_support._read_output",
        "CVE-2026-56315, _aix_support._read_cmd_output",
        "CVE-2026-56315, imaplib.IMAP4_stream",
        "CVE-2026-56315, _pyrepl.pager.pipe_pager",
        "CVE-2026-56315, test.support.script_helper.assert_python_ok",
        "GHSA-r7v6-mfhq-g3m2, pty.spawn",
        "GHSA-565g-hwwr-4pp3, marshal.loads",
        "GHSA-p523-jq9w-64x9, cProfile.run",
        "GHSA-wfq2-52f7-7qvj, runpy.run_path",
        "GHSA-5hvc-6wx8-mvv4, pydoc.pipepager",
        "GHSA-5hvc-6wx8-mvv4, ctypes.CDLL",
        "GHSA-q5qq-mvfm-j35x, importlib.import_module",
        "GHSA-q5qq-mvfm-j35x, code.interact",
        "GHSA-q5qq-mvfm-j35x, multiprocessing.util.spawnv_passfds",
        "GHSA-h4rm-mm56-xf63, builtins.__import__",
        "GHSA-6ggj-6f2q-f7mx, _posixsubprocess.fork_exec",
        "GHSA-6ggj-6f2q-f7mx, _ssl._SSLContext",
        "GHSA-r48f-3986-4f9c, linecache.getlines",
        "GHSA-r48f-3986-4f9c, gc.get_objects",
        "CVE-2025-10157, asyncio.unix_events:_UnixSubprocessTransport._start",
        "CVE-2025-10155, posix.system",
        "CVE-2024-3660, keras.layers.Lambda",
        "CVE-2025-1550, keras.src.saving.serialization_lib.deserialize_keras_object"
    })
    void a_published_gadget_is_malicious(String advisory, String gadget) {
        assertThat(call(gadget, text("x"))).as(advisory).isEqualTo(Level.MALICIOUS);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "GHSA-565g-hwwr-4pp3, types.FunctionType",
        "GHSA-565g-hwwr-4pp3, types.CodeType",
        "GHSA-r48f-3986-4f9c, difflib.get_close_matches",
        "GHSA-5cxw-w2xg-2m8h, platform.node",
        "no advisory, functools.reduce",
        "no advisory, statistics.correlation",
        "no advisory, numpy.apply_along_axis",
        "no advisory, scipy.optimize.minimize",
        "no advisory, sklearn.inspection.permutation_importance",
        "no advisory, _symtable.symtable"
    })
    void a_foothold_is_suspicious(String advisory, String gadget) {
        assertThat(call(gadget, text("x"))).as(advisory).isEqualTo(Level.SUSPICIOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os.system",
                "nt.system",
                "subprocess.Popen",
                "builtins.eval",
                "builtins.exec",
                "__builtin__.execfile",
                "torch.load",
                "torch.hub.load",
                "joblib.load",
                "dill.loads",
                "pandas.read_pickle",
                "numpy.load",
                "threading.Timer",
                "atexit.register",
                "shutil.rmtree",
                "socket.create_connection",
                "requests.api.get",
                "urllib.request.urlretrieve",
                "builtins.open",
                "io.open",
                "webbrowser.open",
                "IPython.utils.process.system",
                "setuptools.sandbox.run_setup",
                "nltk.download",
                "matplotlib.testing.compare.convert",
                "sklearn.datasets.fetch_openml",
                "sympy.parsing.sympy_parser.parse_expr",
                "sys.settrace",
                "torch.utils._config_module:ConfigModule.load_config",
                "keras.config.enable_unsafe_deserialization",
                "jsonpickle.unpickler.decode"
            })
    void what_runs_loads_or_reaches_out_is_malicious(String gadget) {
        assertThat(call(gadget, text("x"))).isEqualTo(Level.MALICIOUS);
        assertThat(Ask.JUDGE.reference(global(gadget)).level()).isGreaterThanOrEqualTo(Level.SUSPICIOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random:_os.system",
                "torch:serialization.os.system",
                "json:codecs.builtins.eval",
                "builtins:eval.__call__",
                "collections:_sys.modules.get",
                "statistics:random._os.system",
                "pandas.core.frame:warnings.sys.modules.get",
                "functools:_make_key.__globals__",
                "sklearn:os.system",
                "collections:OrderedDict.__init__.__globals__",
                "numpy:distutils.exec_command.exec_command"
            })
    void a_dotted_name_is_walked_part_by_part(String gadget) {
        assertThat(call(gadget, text("x"))).isEqualTo(Level.MALICIOUS);
    }

    @Test
    void a_dotted_name_of_somebody_is_unknown_and_of_a_known_function_suspicious() {
        assertThat(call("mypkg:Outer.Inner")).isEqualTo(Level.UNKNOWN);
        assertThat(call("pandas:DataFrame.to_latex")).isEqualTo(Level.SUSPICIOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "picklescan.scanner:_unsafe_globals.clear",
                "modelscan.settings:DEFAULT_SETTINGS.update",
                "fickling.hook.remove",
                "casemate.rules.clear"
            })
    void reaching_for_a_scanner_is_tampering(String gadget) {
        assertThat(Ask.JUDGE.call(Call.of(global(gadget))).rule()).isEqualTo("code/tampering");
        assertThat(Ask.JUDGE.reference(global(gadget)).rule()).isEqualTo("code/tampering");
    }

    @Test
    void modelscan_330_build_on_a_function_overwrites_its_attributes() {
        assertThat(on(How.BUILD, global("numpy.size"), entries(text("__code__"), text("x"))))
                .isEqualTo(Level.MALICIOUS);
        assertThat(on(How.SET_ITEM, global("collections.OrderedDict"), text("a"), text("b")))
                .isEqualTo(Level.MALICIOUS);
    }

    @Test
    void a_planted_setstate_is_suspicious_and_with_a_dangerous_function_malicious() {
        Value made = result("mypkg.Model");
        Value listed = result("types.SimpleNamespace");

        assertThat(on(How.BUILD, made, entries(text("__setstate__"), global("os.system"))))
                .isEqualTo(Level.MALICIOUS);
        assertThat(on(How.BUILD, made, entries(text("__setstate__"), global("mypkg.f"))))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(on(How.BUILD, listed, items(Value.NONE, entries(text("__class__"), text("x")))))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(on(How.BUILD, listed, entries(text("weight"), text("x")))).isEqualTo(Level.SAFE);
    }

    @Test
    void writing_into_what_the_interpreter_owns_is_malicious() {
        assertThat(on(How.SET_ITEM, result("os.environ"), text("LD_PRELOAD"), text("x")))
                .isEqualTo(Level.MALICIOUS);
        assertThat(on(How.SET_ITEM, result("sys:modules.copy"), text("os"), text("x")))
                .isEqualTo(Level.MALICIOUS);
    }

    @Test
    void plain_containers_are_filled_and_nothing_else_is_done_to_them() {
        assertThat(on(How.APPEND, items(), text("x"))).isEqualTo(Level.SAFE);
        assertThat(on(How.SET_ITEM, entries(), text("x"), text("y"))).isEqualTo(Level.SAFE);
        assertThat(on(How.CALL, entries())).isEqualTo(Level.UNKNOWN);
        assertThat(on(How.BUILD, items(), entries())).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void a_dangerous_function_handed_over_is_as_bad_as_a_call() {
        Judgement judgement = Ask.JUDGE.call(Call.of(global("builtins.map"), global("os.system"), items(text("id"))));

        assertThat(judgement.level()).isEqualTo(Level.MALICIOUS);
        assertThat(judgement.rule()).isEqualTo("code/dangerous-import");
        assertThat(call("collections.OrderedDict", items(items(text("k"), global("builtins.eval")))))
                .isEqualTo(Level.MALICIOUS);
    }

    @Test
    void a_function_found_by_getattr_or_wrapped_by_partial_is_judged_when_called() {
        assertThat(on(How.CALL, result("builtins.getattr", global("random:_os"), text("remove")), text("x")))
                .isEqualTo(Level.MALICIOUS);
        assertThat(on(How.CALL, result("functools.partial", global("os.system")), text("id")))
                .isEqualTo(Level.MALICIOUS);
        assertThat(on(How.CALL, result("cloudpickle.cloudpickle._make_function")))
                .isEqualTo(Level.MALICIOUS);
    }

    @Test
    void somebody_s_own_class_is_unknown() {
        assertThat(call("mypkg.Model")).isEqualTo(Level.UNKNOWN);
        assertThat(Ask.JUDGE.reference(global("mypkg.Model")).rule()).isEqualTo("code/unknown-import");
    }

    @Test
    void messages_are_one_short_line_without_control_characters() {
        String message = Ask.JUDGE
                .call(Call.of(global("os.system"), text("\u001b[2J" + "x".repeat(5000))))
                .message();

        assertThat(message)
                .startsWith("calls os.system('\\u001b[2J")
                .hasSizeLessThan(220)
                .doesNotContain("\u001b");
    }

    @Test
    void no_name_is_allowed_and_denied() {
        Set<String> both = new TreeSet<>(new AllowList().all());
        both.retainAll(new DenyList().all());

        assertThat(both).isEmpty();
    }

    @Test
    void adding_or_wrapping_arguments_never_lowers_a_level() {
        long seed = 20261121L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> functions = List.of(
                "os.system",
                "mypkg.Model",
                "collections.OrderedDict",
                "numpy.ndarray",
                "builtins.map",
                "torch.load",
                "statistics.kde");
        List<Value> pool = List.of(
                text("x"),
                global("os.system"),
                global("mypkg.f"),
                Value.NONE,
                global("numpy.mean"),
                global("statistics.kde"),
                Ask.whole(3));
        for (int round = 0; round < 2_000; round++) {
            String function = functions.get(random.nextInt(functions.size()));
            List<Value> arguments = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                arguments.add(pool.get(random.nextInt(pool.size())));
            }
            Level before = call(function, arguments.toArray(Value[]::new));
            int wrapped = random.nextInt(arguments.size());
            arguments.set(wrapped, items(items(arguments.get(wrapped))));
            arguments.add(pool.get(random.nextInt(pool.size())));

            assertThat(call(function, arguments.toArray(Value[]::new)))
                    .as("seed %d round %d: %s%s", seed, round, function, arguments)
                    .isGreaterThanOrEqualTo(before);
        }
    }
}
