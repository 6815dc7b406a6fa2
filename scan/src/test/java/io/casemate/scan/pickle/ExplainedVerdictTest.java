package io.casemate.scan.pickle;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.trial.Trial;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** To explain a pickle changes nothing of what is told about it. */
class ExplainedVerdictTest {
    private static final Limits EXPLAIN = new Limits(
            Limits.DEFAULT.deadline(),
            Limits.DEFAULT.unpackedBytesMax(),
            Limits.DEFAULT.depthMax(),
            Limits.DEFAULT.membersMax(),
            true);

    private static final List<String> MODULES_AND_NAMES = List.of(
            "collections", "OrderedDict",
            "argparse", "Namespace",
            "easydict", "EasyDict",
            "builtins", "str",
            "builtins", "dict",
            "builtins", "map",
            "builtins", "zip",
            "builtins", "getattr",
            "builtins", "tuple",
            "functools", "partial",
            "itertools", "accumulate",
            "copyreg", "_reconstructor",
            "copyreg", "__newobj__",
            "numpy", "dtype",
            "numpy.core.multiarray", "scalar",
            "numpy.core.multiarray", "_reconstruct",
            "torch._utils", "_rebuild_tensor_v2",
            "torch._tensor", "_rebuild_from_type_v2",
            "sympy.core.add", "Add",
            "statsmodels.base.data", "PandasData",
            "sklearn.linear_model", "Ridge",
            "os", "system",
            "mypkg", "Model");

    private static final List<String> TEXTS =
            List.of("__setstate__", "__class__", "formula", "os.system('x')", "latin1", "O8", "upper", "a", "format");

    private static Trial read(byte[] pickle, Limits limits) {
        return Trial.of(new PickleScanner(), Content.of("", pickle), limits, Judges.builtIn());
    }

    private static void same(byte[] pickle, String what) {
        Trial plain = read(pickle, Limits.DEFAULT);
        Trial explained = read(pickle, EXPLAIN);
        assertThat(explained.findings).as(what).isEqualTo(plain.findings);
        assertThat(explained.gaps).as(what).isEqualTo(plain.gaps);
        assertThat(explained.read).as(what).isEqualTo(plain.read);
        assertThat(explained.needed).as(what).isEqualTo(plain.needed);
        assertThat(explained.nested).as(what).hasSameSizeAs(plain.nested);
        assertThat(explained.tensors).as(what).hasSameSizeAs(plain.tensors);
        assertThat(explained.explained).as(what).isNotEmpty();
        assertThat(plain.explained).as(what).isEmpty();
    }

    @Test
    void a_state_that_a_harmless_call_made_is_judged_alike() {
        same(
                pickle(4)
                        .stackGlobal("argparse", "Namespace")
                        .emptyTuple()
                        .reduce()
                        .stackGlobal("collections", "OrderedDict")
                        .emptyList()
                        .text("__setstate__")
                        .stackGlobal("builtins", "print")
                        .tuple2()
                        .append()
                        .tuple1()
                        .reduce()
                        .build()
                        .stop(),
                "state");
    }

    @Test
    void an_iterator_over_harmless_calls_is_judged_alike() {
        same(
                pickle(4)
                        .stackGlobal("builtins", "tuple")
                        .stackGlobal("itertools", "accumulate")
                        .text("x")
                        .tuple1()
                        .stackGlobal("os", "execlp")
                        .tuple2()
                        .reduce()
                        .tuple1()
                        .reduce()
                        .stop(),
                "iterator");
    }

    @Test
    void random_programs_are_judged_alike() {
        long seed = 20260103L;
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 3_000; round++) {
            PickleBuilder out = pickle(4);
            value(out, random, 0);
            same(out.stop(), "seed %d round %d".formatted(seed, round));
        }
    }

    private static void value(PickleBuilder out, RandomGenerator random, int depth) {
        int kind = depth > 5 ? random.nextInt(4) : random.nextInt(12);
        switch (kind) {
            case 0 -> out.binint1(random.nextInt(3));
            case 1 -> out.text(TEXTS.get(random.nextInt(TEXTS.size())));
            case 2 -> out.shortBinbytes(new byte[] {'c', 'o', 's'});
            case 3 -> global(out, random);
            case 4 -> filled(out.emptyList().mark(), random, depth, 1).appends();
            case 5 -> filled(out.emptyDict().mark(), random, depth, 2).setitems();
            case 6 -> filled(out.mark(), random, depth, 1).tuple();
            default -> call(out, random, depth);
        }
    }

    private static PickleBuilder filled(PickleBuilder out, RandomGenerator random, int depth, int each) {
        for (int n = each * random.nextInt(3); n > 0; n--) {
            value(out, random, depth + 1);
        }
        return out;
    }

    private static void global(PickleBuilder out, RandomGenerator random) {
        int at = 2 * random.nextInt(MODULES_AND_NAMES.size() / 2);
        out.stackGlobal(MODULES_AND_NAMES.get(at), MODULES_AND_NAMES.get(at + 1));
    }

    private static void call(PickleBuilder out, RandomGenerator random, int depth) {
        if (random.nextInt(8) == 0) {
            value(out, random, depth + 1);
        } else {
            global(out, random);
        }
        filled(out.mark(), random, depth, 1).tuple();
        if (random.nextBoolean()) {
            out.reduce();
        } else {
            out.newobj();
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                value(out, random, depth + 1);
                out.build();
            }
            case 1 -> filled(out.mark(), random, depth, 2).setitems();
            case 2 -> filled(out.mark(), random, depth, 1).appends();
            default -> {}
        }
    }
}
