package io.casemate.scan.paddle;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.Set;

/** What operators of Paddle do besides computing, by their types. */
final class Operators {
    private static final Set<String> PYTHON = Set.of("py_func", "py_layer", "pylayer", "create_py_reader");
    private static final Set<String> FILES = Set.of(
            "save",
            "load",
            "save_combine",
            "load_combine",
            "save_selected_rows",
            "sparse_tensor_load",
            "read_file",
            "create_recordio_file_reader",
            "open_files");
    private static final Set<String> NETWORK = Set.of(
            "send",
            "recv",
            "send_and_recv",
            "send_barrier",
            "fetch_barrier",
            "checkpoint_notify",
            "listen_and_serv",
            "heter_listen_and_serv",
            "prefetch",
            "distributed_push_sparse",
            "pull_sparse",
            "push_sparse");
    private static final Set<String> ENGINES =
            Set.of("tensorrt_engine", "lite_engine", "dlnne_engine", "ipu_runtime", "nvdla_engine");

    private Operators() {}

    static void judge(String type, long at, Inspection inspection) {
        if (PYTHON.contains(type)) {
            inspection.found(
                    "paddle/python-operator",
                    at,
                    "the operator %s calls a function of Python".formatted(Snippet.quoted(type)));
        } else if (FILES.contains(type)) {
            inspection.found(
                    "paddle/file-operator",
                    at,
                    "the operator %s reads or writes a file when it runs".formatted(Snippet.quoted(type)));
        } else if (NETWORK.contains(type)) {
            inspection.found(
                    "paddle/network-operator",
                    at,
                    "the operator %s talks to another host when it runs".formatted(Snippet.quoted(type)));
        } else if (ENGINES.contains(type)) {
            inspection.found(
                    "paddle/engine-operator",
                    at,
                    "the operator %s holds code for another runtime".formatted(Snippet.quoted(type)));
        } else if (type.startsWith("custom_")) {
            custom(type, at, inspection);
        }
    }

    static void custom(String type, long at, Inspection inspection) {
        inspection.found(
                "paddle/custom-operator",
                at,
                "the operator %s is none of Paddle's, and needs a library".formatted(Snippet.quoted(type)));
    }
}
