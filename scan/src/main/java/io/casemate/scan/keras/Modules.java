package io.casemate.scan.keras;

import java.util.List;
import java.util.Set;

/** Whose a module is that a configuration names. */
final class Modules {
    /** How a reference stands to Keras. */
    enum Standing {
        /** A part of Keras that models are made of. */
        OWN,
        /** A function of Keras that does something else: fetches files, loads models, switches protection off. */
        GADGET,
        /** Of a library that is made for Keras models. */
        COMPANION,
        /** Of anybody. */
        FOREIGN
    }

    private static final List<String> KERAS = List.of(
            "keras",
            "tf_keras",
            "tensorflow.keras",
            "tensorflow.python.keras",
            "tf.keras",
            "keras_core",
            "tensorflow_core.keras",
            "tensorflow.compat.v1.keras",
            "tensorflow.compat.v2.keras");

    /** Parts of Keras whose classes make up models, and whose functions only compute. */
    private static final Set<String> PARTS = Set.of(
            "layers",
            "models",
            "optimizers",
            "losses",
            "metrics",
            "initializers",
            "regularizers",
            "constraints",
            "activations",
            "dtype_policies",
            "ops",
            "random",
            "engine",
            "mixed_precision",
            "quantizers",
            "applications",
            "legacy",
            "legacy_tf_layers",
            "optimizer_v1",
            "optimizer_v2",
            "feature_column",
            "premade_models",
            "premade",
            "experimental",
            "backend");

    /** Parts where classes are safe to name, and functions are not. */
    private static final Set<String> CLASSES_ONLY =
            Set.of("models", "engine", "legacy", "experimental", "applications", "backend");

    /** Python's own functions and types, which the module "builtins" would give; other names there are the user's functions. */
    private static final Set<String> BUILT_IN = Set.of(
            "__build_class__",
            "__import__",
            "__loader__",
            "abs",
            "aiter",
            "all",
            "anext",
            "any",
            "ascii",
            "bin",
            "bool",
            "breakpoint",
            "bytearray",
            "bytes",
            "callable",
            "chr",
            "classmethod",
            "compile",
            "complex",
            "copyright",
            "credits",
            "delattr",
            "dict",
            "dir",
            "divmod",
            "enumerate",
            "eval",
            "exec",
            "exit",
            "filter",
            "float",
            "format",
            "frozenset",
            "getattr",
            "globals",
            "hasattr",
            "hash",
            "help",
            "hex",
            "id",
            "input",
            "int",
            "isinstance",
            "issubclass",
            "iter",
            "len",
            "license",
            "list",
            "locals",
            "map",
            "max",
            "memoryview",
            "min",
            "next",
            "object",
            "oct",
            "open",
            "ord",
            "pow",
            "print",
            "property",
            "quit",
            "range",
            "repr",
            "reversed",
            "round",
            "set",
            "setattr",
            "slice",
            "sorted",
            "staticmethod",
            "str",
            "sum",
            "super",
            "tuple",
            "type",
            "vars",
            "zip");

    private static final Set<String> COMPANIONS = Set.of(
            "keras_nlp",
            "keras_cv",
            "keras_hub",
            "keras_tuner",
            "kerastuner",
            "tensorflow_addons",
            "tensorflow_probability",
            "tensorflow_text",
            "tensorflow_hub",
            "tensorflow_recommenders",
            "tensorflow_ranking",
            "tensorflow_decision_forests",
            "tensorflow_model_optimization",
            "tensorflow_gnn",
            "tensorflow_lattice",
            "tensorflow_models",
            "official",
            "transformers",
            "qkeras",
            "larq",
            "spektral",
            "keras_contrib",
            "keras_self_attention",
            "keras_bert",
            "keras_rs",
            "keras_core",
            "segmentation_models",
            "efficientnet",
            "classification_models",
            "vit_keras",
            "tcn",
            "autokeras",
            "bayesflow",
            "kgcnn");

    private Modules() {}

    /** Whether a module only has what puts other functions together: safe to store, and of no use to a model. */
    static boolean composes(String module) {
        return module.equals("operator") || module.equals("_operator") || module.equals("functools");
    }

    static Standing standing(String module, String name) {
        if (module.equals("builtins")) {
            return BUILT_IN.contains(name) || name.contains(".") || name.startsWith("_")
                    ? Standing.FOREIGN
                    : Standing.OWN;
        }
        if (module.equals("__main__")) {
            return Standing.COMPANION;
        }
        for (String root : KERAS) {
            if (module.equals(root) || module.startsWith(root + ".")) {
                return own(module.substring(root.length()), name) ? Standing.OWN : Standing.GADGET;
            }
        }
        if (module.startsWith("tensorflow.python.")) {
            return isClass(name) ? Standing.OWN : Standing.FOREIGN;
        }
        String root = module.indexOf('.') < 0 ? module : module.substring(0, module.indexOf('.'));
        return COMPANIONS.contains(root) && isClass(name) ? Standing.COMPANION : Standing.FOREIGN;
    }

    /** @param below the module's path below Keras: "", ".layers", ".src.layers.core.dense" */
    private static boolean own(String below, String name) {
        if (name.contains(".") || name.startsWith("_")) {
            return false;
        }
        String path =
                below.startsWith(".src") ? below.substring(4) : below.startsWith(".api") ? below.substring(4) : below;
        String part = path.isEmpty() ? "" : path.substring(1).split("\\.", 2)[0];
        if (part.matches("_?v[12]") || part.startsWith("_tf_keras")) {
            part = path.substring(path.lastIndexOf('.') + 1);
        }
        if (isClass(name)) {
            return part.isEmpty() || PARTS.contains(part) || part.equals("trainers") || name.equals("FeatureSpace");
        }
        return PARTS.contains(part) && !CLASSES_ONLY.contains(part);
    }

    /** Whether a name is written as classes are. */
    private static boolean isClass(String name) {
        return Character.isUpperCase(name.charAt(0));
    }
}
