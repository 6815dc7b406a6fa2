package io.casemate.scan.call;

import static io.casemate.scan.call.Ask.bytes;
import static io.casemate.scan.call.Ask.call;
import static io.casemate.scan.call.Ask.entries;
import static io.casemate.scan.call.Ask.global;
import static io.casemate.scan.call.Ask.on;
import static io.casemate.scan.call.Ask.result;
import static io.casemate.scan.call.Ask.whole;
import static io.casemate.scan.call.Value.items;
import static io.casemate.scan.call.Value.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers make of functions that are on an allow-list. */
class AbusedCallTest {
    private static final Value PATH = result("pathlib.PosixPath", text("/x"));

    private static Value made(String type) {
        return result("copyreg._reconstructor", global(type), global("builtins.object"), Value.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gensim.utils.any_function",
                "nltk.util.any_function",
                "sklearn.utils.any_function",
                "torchvision.models.resnet50",
                "numpy.memmap",
                "torch.nn.modules.module.register_module_forward_hook"
            })
    void a_function_that_is_only_kept_is_not_called_by_an_iterator(String function) {
        assertThat(call("builtins.map", global(function), items(text("x")))).isEqualTo(Level.SUSPICIOUS);
        assertThat(call("itertools.starmap", global(function), items(text("x"))))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("builtins.filter", global(function), items(text("x")))).isEqualTo(Level.SUSPICIOUS);
        assertThat(call("itertools.takewhile", global(function), items(text("x"))))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("itertools.accumulate", items(text("x")), global(function)))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("itertools.groupby", items(text("x")), global(function)))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("builtins.iter", global(function), text("x"))).isNotEqualTo(Level.SAFE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"builtins.abs", "builtins.str", "math.sqrt", "numpy.log1p", "builtins:str.lower"})
    void arithmetic_is_called_by_an_iterator(String function) {
        assertThat(call("builtins.map", global(function), items(whole(1)))).isIn(Level.SAFE, Level.SUSPICIOUS);
        assertThat(call("builtins.filter", Value.NONE, items(whole(1)))).isEqualTo(Level.SAFE);
        assertThat(call("itertools.accumulate", items(whole(1)))).isEqualTo(Level.SAFE);
        assertThat(call("builtins.map", global("math.sqrt"), items(whole(1)))).isEqualTo(Level.SAFE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unlink", "write_text", "touch", "rmdir", "chmod", "rename"})
    void methods_of_paths_are_not_called(String method) {
        assertThat(call("builtins.map", result("operator.methodcaller", text(method)), items(PATH)))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(on(How.CALL, result("operator.methodcaller", text(method)), PATH))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("builtins.getattr", PATH, text(method))).isEqualTo(Level.MALICIOUS);
        assertThat(on(How.CALL, result("builtins.getattr", PATH, text(method)))).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void a_bound_method_is_kept_but_not_called() {
        Value section = made("configparser.SectionProxy");
        Value get = result("builtins.getattr", section, text("get"));
        assertThat(call("builtins.getattr", section, text("get"))).isEqualTo(Level.SAFE);
        assertThat(call("functools.partial", get)).isEqualTo(Level.SAFE);
        assertThat(on(How.CALL, get, text("x"))).isEqualTo(Level.SUSPICIOUS);
        assertThat(call("builtins.map", get, items(text("x")))).isNotEqualTo(Level.SAFE);
        assertThat(call("builtins.getattr", made("torch.nn.modules.linear.LazyLinear"), text("_infer_parameters")))
                .isEqualTo(Level.SAFE);
        assertThat(call("builtins.getattr", section, text("__class__"))).isEqualTo(Level.SUSPICIOUS);
        assertThat(call("builtins.getattr", made("pandas.DataFrame"), text("to_pickle")))
                .isEqualTo(Level.MALICIOUS);
        assertThat(call("builtins.getattr", made("torch.nn.modules.linear.Linear"), text("run_script")))
                .isNotEqualTo(Level.SAFE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sympy.functions.elementary.trigonometric.sin",
                "sympy.functions.elementary.miscellaneous.Max",
                "sympy.core.power.Pow"
            })
    void sympy_evaluates_texts(String function) {
        Value code = text("__import__('os').getpid()");
        assertThat(call(function, code)).isEqualTo(Level.MALICIOUS);
        assertThat(on(How.NEW, global(function), items(code))).isEqualTo(Level.MALICIOUS);
        assertThat(call(function, result("builtins.ValueError", code))).isEqualTo(Level.MALICIOUS);
        assertThat(call(function, result("sympy.core.symbol.Symbol", text("x__1"))))
                .isEqualTo(Level.SAFE);
        assertThat(Ask.JUDGE.need(global(function))).isEqualTo(Judge.Need.ARGUMENTS);
    }

    @Test
    void scipy_runs_the_template_of_a_distribution() {
        String honest =
                "\ndef _parse_args(self, a,  loc=0, scale=1):\n    return (a, ), loc, scale\n\ndef _parse_args_rvs(self, a,  loc=0, scale=1, size=None):\n    return self._argcheck_rvs(a,  loc, scale, size=size)\n\ndef _parse_args_stats(self, a,  loc=0, scale=1, moments='mv'):\n    return (a, ), loc, scale, moments\n";
        Value gamma = made("scipy.stats._continuous_distns.gamma_gen");
        assertThat(on(How.BUILD, gamma, entries(text("_parse_arg_template"), text(honest))))
                .isEqualTo(Level.SAFE);
        for (String armed : new String[] {
            "import os\n" + honest,
            honest + "\nimport os",
            honest.replace("loc=0", "loc=id()"),
            honest.replace("(a, )", "(a(), )")
        }) {
            assertThat(on(How.BUILD, gamma, entries(text("_parse_arg_template"), text(armed))))
                    .isEqualTo(Level.MALICIOUS);
        }
        assertThat(on(How.BUILD, gamma, result("builtins.dict", items(items(text("_parse_arg_template"), text("x"))))))
                .isEqualTo(Level.MALICIOUS);
    }

    @Test
    void a_formula_is_evaluated_when_a_model_is_restored() {
        Value data = made("statsmodels.base.data.PandasData");
        assertThat(on(How.BUILD, data, entries(text("formula"), text("y ~ C(g) + np.log(x)"))))
                .isEqualTo(Level.SAFE);
        assertThat(on(How.BUILD, data, entries(text("formula"), text("y ~ __import__('os').getpid()"))))
                .isEqualTo(Level.MALICIOUS);
    }

    @Test
    void a_state_may_be_computed() {
        Value object = made("argparse.Namespace");
        Value pairs = items(items(text("__setstate__"), global("builtins.len")));
        assertThat(on(How.BUILD, object, result("builtins.dict", pairs))).isEqualTo(Level.SUSPICIOUS);
        assertThat(on(
                        How.BUILD,
                        object,
                        result("builtins.dict", result("builtins.zip", items(text("__class__")), items(Value.NONE)))))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(on(How.BUILD, object, items(Value.NONE, entries(text("__class__"), global("builtins.len")))))
                .isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void a_partial_function_keeps_its_function() {
        Value partial = result("functools.partial", global("builtins.dict"));
        Value same = items(global("builtins.dict"), items(), Value.NONE, Value.NONE);
        Value other = items(global("gensim.utils.any_function"), items(), Value.NONE, Value.NONE);
        assertThat(on(How.BUILD, partial, same)).isEqualTo(Level.SAFE);
        assertThat(on(How.BUILD, partial, other)).isEqualTo(Level.SUSPICIOUS);
        assertThat(on(How.BUILD, partial, result("builtins.tuple", other))).isNotEqualTo(Level.SAFE);
    }

    @Test
    void some_bytes_stand_for_endless_items() {
        Value range = result("builtins.range", whole(1L << 40));
        for (String taker : new String[] {"list", "tuple", "set", "frozenset", "dict", "bytearray", "bytes"}) {
            assertThat(call("builtins." + taker, range)).as(taker).isEqualTo(Level.SUSPICIOUS);
            assertThat(call("builtins." + taker, result("itertools.count"))).isEqualTo(Level.SUSPICIOUS);
            assertThat(call("builtins." + taker, result("builtins.map", global("builtins.abs"), range)))
                    .isEqualTo(Level.SUSPICIOUS);
        }
        assertThat(call("builtins.list", result("itertools.repeat", whole(0)))).isEqualTo(Level.SUSPICIOUS);
        assertThat(call("collections.deque", result("itertools.cycle", items(whole(0)))))
                .isEqualTo(Level.SUSPICIOUS);
        Value thousand = result("builtins.range", whole(1 << 14));
        assertThat(call("builtins.list", result("itertools.product", thousand, thousand)))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("builtins.bytearray", whole(1L << 40))).isEqualTo(Level.SUSPICIOUS);
        assertThat(call("builtins.bytearray", bytes(8))).isEqualTo(Level.SAFE);
        assertThat(call("builtins.list", thousand)).isEqualTo(Level.SAFE);
        assertThat(call("builtins.list", result("itertools.islice", result("itertools.count"), whole(3))))
                .isEqualTo(Level.SAFE);
        assertThat(call("builtins.range", whole(1L << 40))).isEqualTo(Level.SAFE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ipython_genutils.importstring.import_item",
                "gunicorn.util.import_app",
                "pyparsing:ParserElement.parseFile",
                "somewhere.importString",
                "somewhere.safe_eval",
                "somewhere.execute",
                "somewhere.runScript",
                "somewhere.load_model",
                "somewhere.download",
                "somewhere.spawn_process",
                "igraph:Graph.Read_Pickle"
            })
    void a_function_of_an_unknown_library_is_judged_by_its_name(String function) {
        assertThat(call(function, text("x"))).isEqualTo(Level.SUSPICIOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "somewhere._rebuild_thing",
                "somewhere._reconstruct",
                "somewhere._unpickle_block",
                "somewhere.__pyx_unpickle_Thing",
                "somewhere.make_thing",
                "somewhere.load_state_dict",
                "somewhere.Loader",
                "somewhere.from_bytes"
            })
    void what_restores_objects_is_just_unknown(String function) {
        assertThat(call(function, text("x"))).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void cloudpickle_and_dill_name_types_and_modules() {
        assertThat(call("dill._dill._load_type", text("list"))).isEqualTo(Level.SAFE);
        assertThat(call("collections.defaultdict", result("dill._dill._load_type", text("list"))))
                .isEqualTo(Level.SAFE);
        assertThat(call("dill._dill._load_type", text("CodeType"))).isEqualTo(Level.SUSPICIOUS);
        assertThat(call("cloudpickle.cloudpickle._builtin_type", text("FunctionType")))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("cloudpickle.cloudpickle.subimport", text("os"))).isEqualTo(Level.SUSPICIOUS);
        assertThat(call("cloudpickle.cloudpickle.subimport", text("subprocess")))
                .isEqualTo(Level.MALICIOUS);
        assertThat(call("cloudpickle.cloudpickle.subimport", text("numpy"))).isEqualTo(Level.UNKNOWN);
        assertThat(call("cloudpickle.cloudpickle_fast._function_setstate", text("x"), text("y")))
                .isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void bytes_may_come_by_way_of_latin_text_only() {
        assertThat(call("torch.storage._load_from_bytes", result("_codecs.encode", text("x"), text("latin1"))))
                .isEqualTo(Level.SAFE);
        assertThat(call("torch.storage._load_from_bytes", result("_codecs.encode", text("x"), text("utf-8"))))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("torch.storage._load_from_bytes", result("builtins.bytes", items(whole(1)))))
                .isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void an_array_of_joblib_lies_beside_its_pickle() {
        Value array = made("joblib.numpy_pickle.NDArrayWrapper");
        assertThat(on(How.BUILD, array, entries(text("filename"), text("model.pkl_01.npy"))))
                .isEqualTo(Level.SAFE);
        assertThat(on(How.BUILD, array, entries(text("filename"), text("../../x.npy"))))
                .isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void a_time_zone_is_no_file() {
        assertThat(call("dateutil.tz.tz.tzfile", Value.NONE, text("/usr/share/zoneinfo/UTC")))
                .isEqualTo(Level.SAFE);
        assertThat(call("dateutil.tz.tz.tzfile", text("/etc/passwd"))).isEqualTo(Level.UNKNOWN);
    }
}
