package io.casemate.scan.keras;

import java.util.List;
import java.util.Set;

/** Public functions of TensorFlow that a layer may call by name. */
final class TensorFlowNames {
    /** Modules in which every function only computes. */
    private static final List<String> COMPUTING = List.of(
            "math.",
            "nn.",
            "linalg.",
            "signal.",
            "image.",
            "strings.",
            "sparse.",
            "ragged.",
            "random.",
            "bitwise.",
            "sets.",
            "dtypes.",
            "quantization.",
            "audio.",
            "__operators__.",
            "compat.v1.math.",
            "compat.v1.nn.",
            "compat.v1.image.",
            "compat.v1.strings.",
            "compat.v1.linalg.",
            "keras.backend.",
            "keras.activations.",
            "keras.losses.",
            "experimental.numpy.",
            "debugging.assert",
            "compat.v1.gather",
            "compat.v1.transpose",
            "compat.v1.reduce_",
            "compat.v1.shape",
            "compat.v1.size");

    private static final Set<String> REACHING_OUT = Set.of(
            "py_function",
            "numpy_function",
            "py_func",
            "load_library",
            "load_op_library",
            "load_file_system_library",
            "print",
            "function",
            "Module",
            "import_graph_def",
            "random.create_rng_state");

    private TensorFlowNames() {}

    /** Whether a function only computes: it is of a module of such, or of the top level and none of the few that do more. */
    static boolean computes(String name) {
        String plain = name.startsWith("tf.") ? name.substring(3) : name;
        if (REACHING_OUT.contains(plain)) {
            return false;
        }
        return plain.indexOf('.') < 0 || COMPUTING.stream().anyMatch(plain::startsWith);
    }
}
