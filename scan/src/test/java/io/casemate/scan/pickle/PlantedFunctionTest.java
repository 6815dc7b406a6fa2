package io.casemate.scan.pickle;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Functions that come to be called because of where they are put, and what the machine has forgotten by then. */
class PlantedFunctionTest {
    private static final String CODE = "__import__('os').getpid()";

    private static Trial judged(byte[] pickle) {
        return Trial.of(new PickleScanner(), Content.of("", pickle), Limits.DEFAULT, Judges.builtIn());
    }

    private static void told(PickleBuilder pickle) {
        assertThat(judged(pickle.stop()).rules())
                .containsAnyOf("code/suspicious-call", "code/dangerous-call", "code/dangerous-import");
    }

    private static PickleBuilder setstate(PickleBuilder pickle) {
        return pickle.text("__setstate__").stackGlobal("torchvision.models", "resnet50");
    }

    /** As many values as it takes until containers made before are forgotten. */
    private static PickleBuilder flood(PickleBuilder pickle) {
        for (int n = 0; n < 300; n++) {
            pickle.emptyList().mark();
            for (int i = 0; i < 4_000; i++) {
                pickle.none();
            }
            pickle.appends().pop();
        }
        return pickle;
    }

    @Test
    void a_constructor_plants_setstate_in_an_object() {
        told(setstate(pickle(4).stackGlobal("easydict", "EasyDict").emptyDict())
                .setitem()
                .tuple1()
                .reduce()
                .text("id")
                .build());
        told(setstate(pickle(4).stackGlobal("collections", "OrderedDict").emptyList())
                .tuple2()
                .append()
                .tuple1()
                .reduce());
        told(setstate(pickle(4).stackGlobal("easydict", "EasyDict").mark())
                .dict()
                .tuple1()
                .reduce());
        told(setstate(pickle(4).stackGlobal("collections", "OrderedDict").mark().mark())
                .list()
                .list());
    }

    @Test
    void filling_an_object_plants_setstate_in_it() {
        told(setstate(pickle(4).stackGlobal("easydict", "EasyDict").emptyTuple().reduce())
                .setitem());
    }

    @Test
    void a_planted_command_is_dangerous() {
        assertThat(judged(pickle(4)
                                .stackGlobal("easydict", "EasyDict")
                                .emptyDict()
                                .text("__setstate__")
                                .stackGlobal("os", "system")
                                .setitem()
                                .tuple1()
                                .reduce()
                                .text("id")
                                .build()
                                .stop())
                        .rules())
                .contains("code/dangerous-call");
    }

    @Test
    void the_name_setstate_may_be_made_while_loading() {
        told(pickle(4)
                .stackGlobal("easydict", "EasyDict")
                .emptyDict()
                .stackGlobal("builtins", "str")
                .shortBinbytes("__setstate__".getBytes(StandardCharsets.UTF_8))
                .text("ascii")
                .tuple2()
                .reduce()
                .stackGlobal("torchvision.models", "resnet50")
                .setitem()
                .tuple1()
                .reduce());
    }

    @Test
    void an_iterator_is_handed_to_a_constructor() {
        told(pickle(4)
                .stackGlobal("collections", "OrderedDict")
                .stackGlobal("builtins", "zip")
                .emptyList()
                .emptyList()
                .tuple2()
                .reduce()
                .tuple1()
                .reduce());
    }

    @Test
    void an_iterator_of_itertools_is_handed_to_a_constructor() {
        told(pickle(4)
                .stackGlobal("collections", "OrderedDict")
                .stackGlobal("itertools", "chain")
                .emptyList()
                .tuple1()
                .reduce()
                .tuple1()
                .reduce());
    }

    @Test
    void a_name_setstate_that_is_only_a_word_is_not_told() {
        byte[] words =
                pickle(4).emptyDict().text("__setstate__").binint1(1).setitem().stop();
        assertThat(judged(words).rules()).isEmpty();
    }

    @Test
    void arguments_in_a_list_or_of_a_computed_tuple_are_evaluated_as_well() {
        told(pickle(4)
                .stackGlobal("sympy.core.add", "Add")
                .emptyList()
                .text(CODE)
                .append()
                .reduce());
        byte[] computed = pickle(4)
                .stackGlobal("sympy.core.add", "Add")
                .stackGlobal("builtins", "tuple")
                .emptyList()
                .text(CODE)
                .append()
                .tuple1()
                .reduce()
                .reduce()
                .stop();
        assertThat(judged(computed).rules()).isNotEmpty();
        byte[] made = pickle(4)
                .stackGlobal("sympy.core.add", "Add")
                .stackGlobal("builtins", "str")
                .shortBinbytes(CODE.getBytes(StandardCharsets.UTF_8))
                .text("ascii")
                .tuple2()
                .reduce()
                .tuple1()
                .reduce()
                .stop();
        assertThat(judged(made).rules()).contains("code/suspicious-call");
    }

    @Test
    void text_behind_many_values_is_not_taken_for_harmless() {
        PickleBuilder pickle = pickle(4).stackGlobal("sympy.core.add", "Add").mark();
        for (int list = 0; list < 20; list++) {
            pickle.emptyList().mark();
            for (int i = 0; i < 200; i++) {
                pickle.binint1(1);
            }
            pickle.appends();
        }
        assertThat(judged(pickle.text(CODE).tuple().reduce().stop()).rules()).isNotEmpty();
    }

    @Test
    void a_state_that_was_forgotten_is_not_taken_for_harmless() {
        PickleBuilder pickle = pickle(4)
                .stackGlobal("statsmodels.base.data", "PandasData")
                .emptyTuple()
                .newobj()
                .emptyDict()
                .text("formula")
                .text(CODE)
                .setitem();
        assertThat(judged(flood(pickle).build().stop()).rules()).isNotEmpty();
    }

    @Test
    void a_formula_behind_all_items_that_are_kept_is_not_taken_for_harmless() {
        PickleBuilder pickle = pickle(4)
                .stackGlobal("statsmodels.base.data", "PandasData")
                .emptyTuple()
                .newobj()
                .emptyDict()
                .mark();
        for (int i = 0; i < 40_000; i++) {
            pickle.binint(i).none();
        }
        byte[] hidden = pickle.text("formula").text(CODE).setitems().build().stop();
        assertThat(judged(hidden).rules()).isNotEmpty();
    }

    @Test
    void slots_of_an_object_are_set_by_what_another_call_returned() {
        PickleBuilder pickle = pickle(4)
                .stackGlobal("argparse", "Namespace")
                .emptyTuple()
                .reduce()
                .none();
        told(setstate(pickle.stackGlobal("collections", "OrderedDict")
                        .emptyTuple()
                        .reduce())
                .setitem()
                .tuple2()
                .build());
    }

    @Test
    void an_object_whose_call_was_forgotten_is_unknown() {
        PickleBuilder pickle = pickle(2);
        for (int i = 0; i < 20_000; i++) {
            pickle.global("copyreg", "_reconstructor")
                    .global("lmfit.parameter", "Parameter")
                    .global("builtins", "object")
                    .none()
                    .tuple3()
                    .reduce();
            if (i == 9_000) {
                pickle.put("1");
            }
            pickle.pop();
        }
        byte[] late = pickle.get("1").mark().text(CODE).tuple().build().stop();
        assertThat(judged(late).rules()).isNotEmpty();
    }
}
