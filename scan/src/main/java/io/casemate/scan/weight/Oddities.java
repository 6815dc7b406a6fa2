package io.casemate.scan.weight;

import io.casemate.scan.spi.Inspection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Tells what stands out among the weights of a file. Of each kind of oddity the first ten; the rest is counted. */
final class Oddities {
    private static final int TOLD_MAX = 10;
    /** Tensors of a kind that are needed before one can stand out from the others. */
    private static final int ALIKE_MIN = 6;

    private static final double Z_MIN = 10;
    private static final double RATIO_MIN = 10;
    private static final long CONSTANT_ELEMENTS_MIN = 1024;

    private final WeightReport report;
    private final Inspection inspection;
    private final TreeMap<String, Integer> told = new TreeMap<>();

    Oddities(WeightReport report, Inspection inspection) {
        this.report = report;
        this.inspection = inspection;
    }

    void tell() {
        for (TensorStatistics tensor : report.tensors()) {
            notFinite(tensor);
            hiddenBits(tensor);
            constant(tensor);
            neurons(tensor);
        }
        var alike = new TreeMap<String, List<TensorStatistics>>();
        for (TensorStatistics tensor : report.tensors()) {
            if (Numbers.floating(tensor.type()) && tensor.moments().count() > 1) {
                alike.computeIfAbsent(kind(tensor), k -> new java.util.ArrayList<>())
                        .add(tensor);
            }
        }
        alike.values().forEach(this::outliers);
        told.forEach((rule, count) -> {
            if (count > TOLD_MAX) {
                inspection.fact(rule, "%d in all, %d told".formatted(count, TOLD_MAX));
            }
        });
    }

    /** Tensors of a kind have the same name but for numbers, and as many dimensions: "layers.#.mlp.weight 2". */
    private static String kind(TensorStatistics tensor) {
        return tensor.name().replaceAll("[0-9]+", "#") + " " + tensor.shape().size();
    }

    private void notFinite(TensorStatistics tensor) {
        if (tensor.notANumber() + tensor.infinite() > 0) {
            // -infinity in masks is usual, so is a single NaN in what was never trained: evidence only
            found(
                    "weight/not-finite",
                    tensor,
                    "holds %d NaN and %d infinite among %d numbers"
                            .formatted(tensor.notANumber(), tensor.infinite(), tensor.elements()));
        }
    }

    private void hiddenBits(TensorStatistics tensor) {
        if (tensor.lowBits().suspect()) {
            String what = switch (tensor.lowBits().kind()) {
                case TEXT -> "hold what looks like text";
                case ISLAND -> "are set at random below bits that are never set";
                case PARTLY_SET -> "are set in one part, which ends inside a row, and zero in all others";
                case UNEVEN -> "are uneven while those above them are even";
                case NONE, ORDINARY, ZERO, FEW -> "look put there";
            };
            found(
                    "weight/hidden-bits",
                    tensor,
                    "has low mantissa bits that %s, in about %d numbers"
                            .formatted(what, tensor.lowBits().suspectElements()));
        }
    }

    private void constant(TensorStatistics tensor) {
        boolean large = tensor.shape().size() > 1 && tensor.elements() >= CONSTANT_ELEMENTS_MIN;
        if (large && Numbers.floating(tensor.type()) && tensor.moments().constant()) {
            found(
                    "weight/constant",
                    tensor,
                    String.format(
                            Locale.ROOT,
                            "holds %d times %.6g",
                            tensor.moments().count(),
                            tensor.moments().min()));
        }
    }

    private void neurons(TensorStatistics tensor) {
        if (!tensor.rows().outliers().isEmpty()) {
            Rows.Outlier worst = tensor.rows().outliers().getFirst();
            found(
                    "weight/outlier-neuron",
                    tensor,
                    String.format(
                            Locale.ROOT,
                            "has %d rows far longer than the others; row %d is %.4g long, the median %.4g (robust z %.0f)",
                            tensor.rows().outliers().size(),
                            worst.row(),
                            worst.norm(),
                            tensor.rows().median(),
                            worst.robustZ()));
        }
    }

    private void outliers(List<TensorStatistics> alike) {
        if (alike.size() < ALIKE_MIN) {
            return;
        }
        double[] logs = alike.stream()
                .mapToDouble(Oddities::logScale)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (logs.length < ALIKE_MIN) {
            return;
        }
        double median = logs[logs.length / 2];
        double[] deviations =
                Arrays.stream(logs).map(l -> Math.abs(l - median)).sorted().toArray();
        double spread = Math.max(1.4826 * deviations[deviations.length / 2], 0.02);
        for (TensorStatistics tensor : alike) {
            double distance = Math.abs(logScale(tensor) - median);
            if (Double.isFinite(distance) && distance > Z_MIN * spread && distance > Math.log(RATIO_MIN)) {
                found(
                        "weight/outlier-tensor",
                        tensor,
                        String.format(
                                Locale.ROOT,
                                "has the root mean square %.4g where the median of the %d like it is %.4g",
                                Math.exp(logScale(tensor)),
                                alike.size(),
                                Math.exp(median)));
            }
        }
    }

    private static double logScale(TensorStatistics tensor) {
        return Math.log(
                tensor.moments().norm() / Math.sqrt((double) tensor.moments().count()));
    }

    private void found(String rule, TensorStatistics tensor, String what) {
        if (told.merge(rule, 1, Integer::sum) <= TOLD_MAX) {
            inspection.found(rule, tensor.offset(), "tensor '%s' %s".formatted(Shown.name(tensor.name()), what));
        }
    }
}
