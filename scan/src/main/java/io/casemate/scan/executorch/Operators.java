package io.casemate.scan.executorch;

import io.casemate.scan.flatbuffer.Table;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.HashSet;
import java.util.Set;

/** The operators that a method calls by name; the program that loads it has to have linked each of them. */
record Operators(Inspection inspection) {
    private static final int TOLD_MAX = 20;
    /** Namespaces whose kernels stand in ExecuTorch itself, with those of its backends for small devices. */
    private static final Set<String> KNOWN = Set.of(
            "aten",
            "prim",
            "prims",
            "executorch_prim",
            "dim_order_ops",
            "quantized_decomposed",
            "quantized",
            "torchao",
            "llama",
            "cadence",
            "cortex_m",
            "et_vk",
            "aten_sparse",
            "coreml",
            "qnn",
            "neutron",
            "mlx",
            "tosa");

    void tell(Table.Vector operators) {
        var told = new HashSet<String>();
        for (long i = 0; i < operators.length(); i++) {
            inspection.step();
            Table operator = operators.table(i);
            String name = operator.text(0);
            int colons = name.indexOf("::");
            String namespace = colons < 0 ? "" : name.substring(0, colons);
            if (!KNOWN.contains(namespace) && told.size() < TOLD_MAX && told.add(namespace)) {
                inspection.found(
                        "executorch/custom-operator",
                        operator.at(),
                        "the operator %s needs code that ExecuTorch does not bring".formatted(Snippet.quoted(name)));
            }
        }
    }
}
