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
import io.casemate.scan.call.Judge.Need;
import io.casemate.scan.call.Judgement.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What honest serialisers write is safe, and each rule for arguments is broken by what they do not write. */
class AllowedCallTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "collections.OrderedDict",
                "datetime.datetime",
                "decimal.Decimal",
                "builtins.slice",
                "collections.OrderedDict",
                "uuid.UUID",
                "numpy._core._internal._convert_to_stringdtype_kwargs",
                "numpy.core.multiarray._reconstruct",
                "numpy.core._internal._reconstruct",
                "numpy._core.multiarray._reconstruct",
                "numpy.core.multiarray.scalar",
                "sklearn.tree._tree.Tree",
                "sklearn.tree.tree.Tree",
                "pandas._libs.internals._unpickle_block",
                "pandas._libs.interval.__pyx_unpickle_IntervalMixin",
                "torch.Size",
                "torch.device",
                "pathlib.PosixPath",
                "pathlib._local.PosixPath",
                "re._compile",
                "tokenizers.Tokenizer",
                "transformers.trainer_utils.IntervalStrategy",
                "array.array"
            })
    void a_listed_maker_is_safe_and_needs_no_arguments(String name) {
        assertThat(call(name, text("x"))).isEqualTo(Level.SAFE);
        assertThat(Ask.JUDGE.need(global(name))).isEqualTo(Need.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sklearn.linear_model._logistic.LogisticRegression",
                "sklearn.linear_model.logistic.LogisticRegression",
                "sklearn.ensemble.forest.RandomForestClassifier",
                "torch.nn.modules.linear.Linear",
                "transformers.models.bert.modeling_bert.BertModel",
                "pandas.core.frame.DataFrame",
                "numpy.core.getlimits.MachArLike",
                "zipfile.ZipInfo",
                "tables.filters.Filters",
                "tables.Leaf.Filters",
                "xgboost.core.Booster",
                "lightgbm.sklearn.LGBMClassifier"
            })
    void an_object_is_made_around_its_constructor_built_and_filled(String name) {
        Value.Global type = global(name);
        Value made = new Value.Result(new Call(type, List.of(), true, Map.of(), How.NEW));

        assertThat(on(How.NEW, type)).isEqualTo(Level.SAFE);
        assertThat(on(How.BUILD, made, entries(text("coef_"), whole(1)))).isEqualTo(Level.SAFE);
        assertThat(call("copyreg._reconstructor", type, global("builtins.object"), Value.NONE))
                .isEqualTo(Level.SAFE);
        assertThat(on(How.CALL, type, text("path"))).isEqualTo(Level.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"posixpath.join", "ntpath.basename", "numpy.strings.upper", "numpy.fft.rfft", "math.sqrt"})
    void a_pure_function_may_be_kept_and_is_not_called(String name) {
        assertThat(Ask.JUDGE.reference(global(name)).safe()).isTrue();
        assertThat(call(name, text("x"))).isNotEqualTo(Level.SAFE);
    }

    @Test
    void what_stands_beside_a_plain_class_is_not_allowed_with_it() {
        assertThat(call("zipfile.ZipFile", text("x"))).isEqualTo(Level.MALICIOUS);
        assertThat(call("posixpath.expanduser", text("x"))).isNotEqualTo(Level.SAFE);
    }

    @Test
    void text_is_encoded_only_by_a_plain_character_set() {
        assertThat(call("_codecs.encode", text("x"), text("latin1"))).isEqualTo(Level.SAFE);
        assertThat(call("_codecs.encode", text("x"), text("rot13"))).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void an_attribute_is_looked_up_only_on_a_listed_class_by_a_plain_name() {
        assertThat(call("builtins.getattr", global("inspect._ParameterKind"), text("POSITIONAL_ONLY")))
                .isEqualTo(Level.SAFE);
        assertThat(call("builtins.getattr", global("zoneinfo.ZoneInfo"), text("_unpickle")))
                .isEqualTo(Level.SAFE);
        assertThat(call("builtins.getattr", global("datetime.date"), text("__subclasses__")))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("builtins.getattr", global("mypkg.Model"), text("run"))).isEqualTo(Level.UNKNOWN);
        assertThat(call("builtins.getattr", result("cloudpickle.cloudpickle.subimport", text("os")), text("remove")))
                .isEqualTo(Level.MALICIOUS);
    }

    @Test
    void an_object_is_reconstructed_only_of_a_listed_class_on_a_built_in_base() {
        assertThat(call("copy_reg._reconstructor", global("uuid.UUID"), global("__builtin__.object"), Value.NONE))
                .isEqualTo(Level.SAFE);
        assertThat(call("copyreg._reconstructor", global("mypkg.Model"), global("builtins.object"), Value.NONE))
                .isEqualTo(Level.UNKNOWN);
        assertThat(call("copyreg._reconstructor", global("uuid.UUID"), global("os.system"), Value.NONE))
                .isEqualTo(Level.MALICIOUS);
    }

    @Test
    void a_factory_or_partial_function_has_to_be_listed_itself() {
        assertThat(call("collections.defaultdict", global("builtins.list"))).isEqualTo(Level.SAFE);
        assertThat(call("collections.defaultdict", Value.NONE)).isEqualTo(Level.SAFE);
        assertThat(call("collections.defaultdict", global("os.getcwd"))).isEqualTo(Level.SUSPICIOUS);
        assertThat(call("functools.partial", global("mypkg.f"))).isEqualTo(Level.UNKNOWN);
        assertThat(call("functools.partial", global("builtins.getattr"))).isEqualTo(Level.SUSPICIOUS);
        assertThat(call("functools.partial", text("echo"))).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void the_state_of_a_partial_function_names_its_function_again() {
        Value partial = result("functools.partial", global("numpy.mean"));

        assertThat(on(How.BUILD, partial, items(global("numpy.mean"), items(), entries(), Value.NONE)))
                .isEqualTo(Level.SAFE);
        assertThat(on(How.BUILD, partial, items(global("os.system"), items(), entries(), Value.NONE)))
                .isEqualTo(Level.MALICIOUS);
        assertThat(on(How.BUILD, partial, items(global("mypkg.f"), items(), entries(), Value.NONE)))
                .isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void nested_data_has_to_stand_in_the_file() {
        assertThat(call("torch.storage._load_from_bytes", bytes(4))).isEqualTo(Level.SAFE);
        assertThat(call("torch.storage._load_from_bytes", Value.UNKNOWN)).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void a_tensor_stays_within_its_storage() {
        assertThat(call("torch._utils._rebuild_tensor_v2", storage(6), whole(0), sizes(2, 3), sizes(3, 1)))
                .isEqualTo(Level.SAFE);
        assertThat(call("torch._utils._rebuild_tensor_v2", storage(6), whole(1), sizes(2, 3), sizes(3, 1)))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("torch._utils._rebuild_tensor_v2", storage(6), whole(-1), sizes(2), sizes(1)))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call(
                        "torch._utils._rebuild_tensor_v2",
                        storage(6),
                        whole(0),
                        sizes(Long.MAX_VALUE, 9),
                        sizes(Long.MAX_VALUE, 1)))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("torch._utils._rebuild_tensor_v2", storage(6), whole(5), sizes(1), sizes(-1)))
                .isEqualTo(Level.SUSPICIOUS);
        assertThat(call("torch._utils._rebuild_tensor_v2", storage(0), whole(0), sizes(0), sizes(1)))
                .isEqualTo(Level.SAFE);
    }

    @Test
    void cve_2026_24747_a_tensor_is_no_container_to_write_into() {
        Value tensor = result("torch._utils._rebuild_tensor_v2", storage(6), whole(0), sizes(6), sizes(1));

        assertThat(on(How.BUILD, tensor, entries())).isEqualTo(Level.SAFE);
        assertThat(on(How.SET_ITEM, tensor, whole(0), whole(1))).isEqualTo(Level.SUSPICIOUS);
        assertThat(on(How.APPEND, tensor, whole(1))).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void a_tensor_subclass_is_rebuilt_by_a_listed_function() {
        Value arguments = items(storage(6), whole(0), sizes(6), sizes(1));

        assertThat(call(
                        "torch._tensor._rebuild_from_type_v2",
                        global("torch._utils._rebuild_tensor_v2"),
                        global("torch.Tensor"),
                        arguments,
                        entries()))
                .isEqualTo(Level.SAFE);
        assertThat(call(
                        "torch._tensor._rebuild_from_type_v2",
                        global("os.system"),
                        global("torch.Tensor"),
                        arguments,
                        entries()))
                .isEqualTo(Level.MALICIOUS);
        assertThat(call(
                        "torch._tensor._rebuild_from_type_v2",
                        global("mypkg.f"),
                        global("torch.Tensor"),
                        arguments,
                        entries()))
                .isEqualTo(Level.UNKNOWN);
    }

    @Test
    void a_dtype_of_plain_bytes_gets_no_pointers_by_its_state() {
        Value plain = result("numpy.dtype", text("V8"));
        Value objects = result("numpy.dtype", text("O8"));

        assertThat(on(How.BUILD, objects, dtypeState(63))).isEqualTo(Level.SAFE);
        assertThat(on(How.BUILD, plain, dtypeState(0))).isEqualTo(Level.SAFE);
        assertThat(on(How.BUILD, plain, dtypeState(63))).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void functions_may_be_kept_and_not_called() {
        assertThat(Ask.JUDGE.reference(global("numpy.log1p")).level()).isEqualTo(Level.SAFE);
        assertThat(call("numpy.zeros", whole(1L << 50))).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void a_ufunc_is_looked_up_by_names_that_are_listed() {
        assertThat(call("numpy.core._ufunc_reconstruct", text("scipy.special"), text("expit")))
                .isEqualTo(Level.SAFE);
        assertThat(call("numpy.core._ufunc_reconstruct", text("os"), text("system")))
                .isEqualTo(Level.MALICIOUS);
        assertThat(call("numpy.core._ufunc_reconstruct", text("os"), Value.UNKNOWN))
                .isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void only_the_type_of_a_constant_is_taken() {
        assertThat(call("builtins.type", Value.NONE)).isEqualTo(Level.SAFE);
        assertThat(call("builtins.type", text("X"), items(), entries())).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void only_a_class_of_typing_is_subscripted() {
        assertThat(call("_operator.getitem", global("typing.List"), global("builtins.int")))
                .isEqualTo(Level.SAFE);
        assertThat(call("_operator.getitem", global("sys.modules"), text("os"))).isEqualTo(Level.MALICIOUS);
        assertThat(call("_operator.getitem", entries(), text("os"))).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void plain_attribute_names_make_a_getter() {
        assertThat(call("operator.attrgetter", text("coef_"))).isEqualTo(Level.SAFE);
        assertThat(call("operator.attrgetter", text("__class__.__base__"))).isEqualTo(Level.SUSPICIOUS);
    }

    @Test
    void an_organisation_lifts_what_is_unknown_and_never_what_is_malicious() {
        Judge judge = Judges.with(List.of("mypkg.Model", "ourlib.*", "os.*"));

        assertThat(judge.call(Call.of(global("mypkg.Model"))).level()).isEqualTo(Level.SAFE);
        assertThat(judge.call(Call.of(global("ourlib.nets.Net"))).level()).isEqualTo(Level.SAFE);
        assertThat(judge.call(Call.of(global("mypkg.Other"))).level()).isEqualTo(Level.UNKNOWN);
        assertThat(judge.call(Call.of(global("os.system"), text("id"))).level()).isEqualTo(Level.MALICIOUS);
    }

    private static Value storage(long elements) {
        return new Value.Persistent(
                items(text("storage"), global("torch.FloatStorage"), text("0"), text("cpu"), whole(elements)));
    }

    private static Value sizes(long... numbers) {
        return new Value.Items(
                java.util.Arrays.stream(numbers)
                        .<Value>mapToObj(Value.Whole::new)
                        .toList(),
                true);
    }

    private static Value dtypeState(long flags) {
        return items(whole(3), text("|"), Value.NONE, Value.NONE, Value.NONE, whole(8), whole(1), whole(flags));
    }
}
