package io.casemate.scan.operator;

import java.util.Map;
import java.util.Set;

/**
 * One operator: {@code torch.ops.torchvision.nms}, {@code torchvision::nms}.
 *
 * @param library the namespace that it was registered in: "aten"
 * @param name its name there, without an overload: "relu"
 */
public record TorchOperator(String library, String name) {
    /** What an operator means for who runs a program with it. */
    public enum Standing {
        /** It comes with PyTorch and computes. */
        KNOWN,
        /** It reads or writes a file that the program names. */
        FILE,
        /** Somebody else's library brings it. */
        CUSTOM
    }

    /** Operators that come with PyTorch and its own libraries. */
    private static final Set<String> LIBRARIES = Set.of(
            "prim",
            "prims",
            "aten",
            "quantized",
            "quantized_decomposed",
            "_quantized",
            "torchvision",
            "torchaudio",
            "torchtext",
            "_caffe2",
            "cuda",
            "mkldnn",
            "mkldnn_prepacked",
            "prepacked",
            "xnnpack",
            "fb",
            "image",
            "video",
            "static_runtime",
            "c10",
            "c10d",
            "_c10d_functional",
            "sparse",
            "onednn",
            "mkl",
            "profiler",
            "rngprim",
            "rngprims",
            "debugprim",
            "debugprims",
            "inductor",
            "higher_order",
            "export",
            "vulkan",
            "vulkan_prepack",
            "metal",
            "metal_prepack",
            "torch_sparse",
            "torch_scatter",
            "onnx",
            "nvprims");

    private static final Map<String, Set<String>> FILES = Map.of(
            "aten", Set.of("save", "from_file"),
            "image", Set.of("read_file", "write_file"),
            "video", Set.of("read_video_from_file", "probe_video_from_file"),
            "torchaudio",
                    Set.of(
                            "sox_io_load_audio_file",
                            "sox_io_save_audio_file",
                            "sox_io_get_info_file",
                            "sox_io_get_info",
                            "sox_effects_apply_effects_file"));

    public Standing standing() {
        if (!LIBRARIES.contains(library)) {
            return Standing.CUSTOM;
        }
        return FILES.getOrDefault(library, Set.of()).contains(name) ? Standing.FILE : Standing.KNOWN;
    }

    @Override
    public String toString() {
        return library + "::" + name;
    }
}
