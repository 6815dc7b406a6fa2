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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of honest libraries that call what they are handed, and texts that reach an evaluating library through them. */
class IndirectCallTest {
    private static final Value CODE = text("__import__('os').getpid()");
    private static final Value ADD = global("sympy.core.add.Add");
    private static final Value MEMMAP = global("numpy.memmap");
    private static final Value.Items FILE = items(text("/x"), text("uint8"), text("w+"));

    private static void bad(Level level) {
        assertThat(level).isIn(Level.SUSPICIOUS, Level.MALICIOUS);
    }

    @Test
    void text_that_sympy_evaluates_is_found_behind_the_protocol_function_for_new_objects() {
        assertThat(call("copyreg.__newobj__", ADD, CODE)).isEqualTo(Level.MALICIOUS);
        assertThat(call("copyreg.__newobj_ex__", ADD, items(CODE), entries())).isEqualTo(Level.MALICIOUS);
        assertThat(call("sympy.core.add:Add.__new__", ADD, CODE)).isEqualTo(Level.MALICIOUS);
    }

    @Test
    void text_that_sympy_evaluates_is_found_behind_iterators_partials_and_rebuilders() {
        bad(call("builtins.map", ADD, items(CODE)));
        bad(call("itertools.starmap", ADD, items(items(CODE))));
        bad(call("functools.partial", ADD, CODE));
        bad(call("builtins.map", result("functools.partial", ADD), items(CODE)));
        bad(call("builtins.map", result("toolz.functoolz.compose", global("numpy.sin"), ADD), items(CODE)));
        bad(call("torch._tensor._rebuild_from_type_v2", ADD, global("torch.Tensor"), items(CODE), Value.NONE));
        bad(call("numpy.random._pickle.__generator_ctor", CODE, ADD));
        bad(call("numpy.random._pickle.__randomstate_ctor", CODE, ADD));
        bad(call("jax._src.array._reconstruct_array", ADD, items(CODE), items(), items()));
        bad(call("pandas.core.indexes.base._new_Index", ADD, entries(text("x"), CODE)));
    }

    @Test
    void bytes_and_keywords_are_evaluated_as_well() {
        assertThat(call("sympy.core.add.Add", bytes(3))).isEqualTo(Level.MALICIOUS);
        assertThat(call("sympy.core.add.Add", entries(text("x"), CODE))).isEqualTo(Level.MALICIOUS);
        var keyword = new Call(result("functools.partial", ADD), List.of(), true, Map.of("x", CODE), How.CALL);
        assertThat(Ask.JUDGE.call(keyword).level()).isEqualTo(Level.MALICIOUS);
    }

    @Test
    void arguments_that_are_not_all_known_may_be_evaluated() {
        var computed = new Call(ADD, List.of(), false, Map.of(), How.CALL);
        assertThat(Ask.JUDGE.call(computed).level()).isNotEqualTo(Level.SAFE);
        assertThat(call("sympy.core.add.Add", Value.UNKNOWN)).isNotEqualTo(Level.SAFE);
        var view = new Call(global("torch._utils._rebuild_tensor_v2"), List.of(), false, Map.of(), How.CALL);
        assertThat(Ask.JUDGE.call(view).level()).isNotEqualTo(Level.SAFE);
        var file = new Call(global("dateutil.tz.tz.tzfile"), List.of(), false, Map.of(), How.CALL);
        assertThat(Ask.JUDGE.call(file).level()).isNotEqualTo(Level.SAFE);
    }

    @Test
    void a_file_is_not_mapped_by_way_of_a_function_that_makes_objects() {
        bad(call("copyreg.__newobj__", MEMMAP, text("/x"), text("uint8"), text("w+")));
        bad(call("numpy:memmap.__new__", MEMMAP, text("/x"), text("uint8"), text("w+")));
        bad(call("pandas.core.indexes.base._new_Index", MEMMAP, entries(text("filename"), text("/x"))));
        bad(call("jax._src.array._reconstruct_array", MEMMAP, FILE, items(), items()));
        bad(call("jax._src.device_array.reconstruct_device_array", MEMMAP, FILE, items(), items()));
        bad(call("numpy.random._pickle.__generator_ctor", text("/x"), MEMMAP));
        bad(call("numpy.random._pickle.__generator_ctor", text("/x"), result("functools.partial", MEMMAP, text("/x"))));
        bad(on(How.CALL, result("functools.partial", global("numpy:memmap.__new__"), MEMMAP), text("/x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy.random._pickle.__generator_ctor", "numpy.random._pickle.__randomstate_ctor"})
    void a_constructor_handed_to_a_random_generator_is_called_at_once(String function) {
        assertThat(call(function, text("id"), global("os.system"))).isEqualTo(Level.MALICIOUS);
        assertThat(call(function, text("PCG64"), global("numpy.random._pickle.__bit_generator_ctor")))
                .isEqualTo(Level.SAFE);
        assertThat(call(function, text("MT19937"))).isEqualTo(Level.SAFE);
        assertThat(call(function, result("numpy.random._pickle.__bit_generator_ctor", text("MT19937"))))
                .isEqualTo(Level.SAFE);
    }

    @Test
    void an_array_of_jax_is_rebuilt_by_a_rebuilder_only() {
        assertThat(call("jax._src.array._reconstruct_array", global("os.system"), items(text("id")), items(), items()))
                .isEqualTo(Level.MALICIOUS);
        assertThat(call(
                        "jax._src.array._reconstruct_array",
                        global("numpy.core.multiarray._reconstruct"),
                        items(global("numpy.ndarray"), items(whole(0)), bytes(1)),
                        items(whole(1)),
                        entries()))
                .isEqualTo(Level.SAFE);
    }

    @Test
    void a_class_is_not_made_by_a_partial_type_that_has_its_name_and_bases() {
        Value type = result("functools.partial", global("builtins.type"), text("X"), items());
        bad(on(How.CALL, type, entries(text("__del__"), global("builtins.print"))));
    }

    @Test
    void a_partial_is_not_called_while_loading() {
        bad(on(How.CALL, result("functools.partial", global("re.compile")), text("x")));
        assertThat(on(
                        How.CALL,
                        result(
                                "functools.partial",
                                global("scipy.optimize:OptimizeResult.__new__"),
                                global("scipy.optimize.OptimizeResult")),
                        text("x")))
                .isEqualTo(Level.SAFE);
    }

    @Test
    void functions_that_a_called_function_is_handed_are_called_as_well() {
        Value key = new Value.Result(new Call(
                global("functools.partial"),
                List.of(global("builtins.max")),
                true,
                Map.of("key", global("sklearn.utils.any_function")),
                How.NEW));
        assertThat(call("builtins.map", key, items(text("x")))).isNotEqualTo(Level.SAFE);
        assertThat(call(
                        "itertools.starmap",
                        global("numpy.piecewise"),
                        items(items(global("torchvision.models.resnet50")))))
                .isNotEqualTo(Level.SAFE);
    }

    @Test
    void a_class_of_cython_that_calls_new_of_what_it_is_handed_gets_classes_only() {
        bad(call("sklearn.neighbors._kd_tree.newObj", result("types.SimpleNamespace", entries(text("__new__"), ADD))));
        assertThat(call("sklearn.neighbors._kd_tree.newObj", global("sklearn.neighbors._kd_tree.KDTree")))
                .isEqualTo(Level.SAFE);
    }

    @Test
    void states_of_functions_that_rebuild_and_fill_are_judged() {
        Value data = global("statsmodels.base.data.PandasData");
        Value formula = entries(text("formula"), text("y ~ __import__('os')"));
        bad(call("torch._tensor._rebuild_from_type_v2", global("copyreg.__newobj__"), data, items(data), formula));
        bad(call("dill._dill._create_array", global("copyreg.__newobj__"), items(data), formula));
        bad(call("numba.core.types.abstract._type_reconstructor", global("copyreg.__newobj__"), items(data), formula));
        bad(call(
                "torch._utils._rebuild_parameter_with_state",
                Value.UNKNOWN,
                new Value.Truth(true),
                result("collections.OrderedDict"),
                entries(text("__class__"), global("torch.nn.Linear"))));
    }

    @Test
    void a_logger_that_the_process_shares_is_not_changed() {
        bad(on(How.BUILD, result("logging.getLogger"), entries(text("disabled"), new Value.Truth(true))));
        assertThat(call("logging.getLogger", text("x"))).isEqualTo(Level.SAFE);
    }

    @Test
    void a_view_of_a_storage_whose_length_is_computed_is_told() {
        Value id = items(
                text("storage"),
                global("torch.FloatStorage"),
                text("0"),
                text("cpu"),
                result("builtins.int", text("9")));
        bad(call(
                "torch._utils._rebuild_tensor_v2",
                new Value.Persistent(id),
                whole(0),
                items(whole(1)),
                items(whole(1))));
    }

    @Test
    void an_array_of_objects_is_not_made_of_plain_bytes() {
        Value objects = result("numpy.dtype", text("O8"), new Value.Truth(false), new Value.Truth(true));
        bad(on(How.BUILD, objects, dtypeState(Value.NONE, 0)));
        assertThat(on(How.BUILD, objects, dtypeState(Value.NONE, 63))).isEqualTo(Level.SAFE);
        Value record = result("numpy.dtype", text("V8"), new Value.Truth(false), new Value.Truth(true));
        Value fields = entries(text("a"), items(objects, whole(0)));
        bad(on(How.BUILD, record, dtypeState(fields, 0)));
        assertThat(on(How.BUILD, record, dtypeState(fields, 27))).isEqualTo(Level.SAFE);
    }

    private static Value dtypeState(Value fields, long flags) {
        return items(
                whole(3),
                text("|"),
                Value.NONE,
                fields instanceof Value.None ? fields : items(text("a")),
                fields,
                whole(8),
                whole(1),
                whole(flags));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "torchvision.models.resnet.load_state_dict_from_url",
                "fastcore.xtras.run",
                "networkx.readwrite.gpickle.read_gpickle",
                "sklearn.utils.validation.joblib",
                "torch.nn.functional.warnings",
                "numpy.linalg.os",
                "scipy.cluster.hierarchy.functools",
                "torch.nn.modules.module.torch"
            })
    void what_a_module_has_imported_is_not_a_part_of_it(String name) {
        assertThat(Ask.JUDGE.reference(global(name)).level()).isNotEqualTo(Level.SAFE);
    }

    @Test
    void functions_of_modules_that_a_module_has_imported_are_reached_by_no_attribute() {
        assertThat(call("builtins.getattr", global("sklearn.utils.validation.joblib"), text("load")))
                .isEqualTo(Level.MALICIOUS);
        assertThat(call("torch.nn.functional:torch.hub.load", text("x"))).isEqualTo(Level.MALICIOUS);
        assertThat(call("scipy.sparse._base:np.load", text("x"))).isEqualTo(Level.MALICIOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ase.calculators.calculator.FileIOCalculator",
                "pymatgen.command_line.gulp_caller.GulpCaller",
                "gensim.models.wrappers.ldamallet.LdaMallet",
                "nltk.classify.senna.Senna",
                "nltk.tag.senna.SennaTagger",
                "nltk.tokenize.repp.ReppTokenizer",
                "nltk.parse.corenlp.CoreNLPServer",
                "patsy.eval.EvalFactor",
                "mmengine.config.lazy.LazyObject",
                "networkx.utils.decorators.argmap"
            })
    void objects_that_run_a_command_when_they_are_used_are_told(String name) {
        assertThat(on(How.NEW, global(name))).isNotEqualTo(Level.SAFE);
    }

    @Test
    void a_tokeniser_of_flair_writes_its_model_nowhere_else() {
        Value made = result("copyreg.__newobj__", global("flair.embeddings.token.BPEmbSerializable"));
        bad(on(How.BUILD, made, entries(text("lang"), text("../../x"), text("spm_model_binary"), bytes(3))));
        bad(on(How.BUILD, made, entries(text("lang"), text("en"), text("vs"), text("../../x"))));
        assertThat(on(How.BUILD, made, entries(text("lang"), text("en"), text("spm_model_binary"), bytes(3))))
                .isEqualTo(Level.SAFE);
    }

    @Test
    void a_vectorised_function_is_not_replaced() {
        Value made = result("numpy.vectorize", global("numpy.sin"));
        bad(on(How.BUILD, made, entries(text("pyfunc"), global("torchvision.models.resnet50"))));
    }

    @Test
    void states_that_are_computed_lazily_are_told() {
        Value made = result("argparse.Namespace");
        bad(on(How.BUILD, made, result("builtins.dict", result("builtins.zip", items(), items()))));
        bad(on(How.BUILD, made, result("collections.OrderedDict", result("builtins.zip", items(), items()))));
    }

    @Test
    void hooks_whose_names_are_computed_are_told() {
        Value made = result("argparse.Namespace");
        Value key = result("builtins.str", bytes(12), text("ascii"));
        bad(on(How.BUILD, made, entries(key, result("functools.partial", global("builtins.print")))));
        bad(on(How.BUILD, made, entries(key, global("builtins.print"))));
    }
}
