package io.casemate.scan.tflite;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.tensorflow.Operations;
import java.util.Set;

/** Operators that are not built into TensorFlow Lite: the model names them, and the program that runs it brings them. */
final class CustomOperators {
    private static final String FLEX = "Flex";

    /** Operators that TensorFlow Lite or MediaPipe itself bring, although they are called custom. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "TFLite_Detection_PostProcess",
            "AudioSpectrogram",
            "Mfcc",
            "NumericVerify",
            "AudioMicrofrontend",
            "SignalRfft",
            "SignalFramer",
            "SignalWindow",
            "SignalFftAutoScale",
            "SignalFilterBank",
            "SignalEnergy",
            "SignalPCAN",
            "SignalStacker",
            "SignalDelay",
            "SignalOverlapAdd",
            "SignalIrfft",
            "RFFT2D",
            "IRFFT2D",
            "MaxPoolingWithArgmax2D",
            "MaxUnpooling2D",
            "Convolution2DTransposeBias",
            "TransformTensorBilinear",
            "TransformTensor",
            "TransformLandmarks",
            "Landmarks2TransformMatrix",
            "aeq.hifi4.softmax",
            "edgetpu-custom-op",
            "RandomStandardNormal",
            "RandomUniform",
            "Multinomial",
            "Roll",
            "Cumsum",
            "tftext:WhitespaceTokenizer",
            "TFSentencepieceTokenizeOp",
            "TFSentencepieceDetokenizeOp",
            "RAGGED_TENSOR_TO_TENSOR",
            "NORMALIZE_STRING",
            "PREDICT",
            "EXTRACT_FEATURES",
            "Ethos-u",
            "ethos-u",
            "stablehlo.custom_call",
            "odml.detector",
            "odml.update_kv_cache",
            "odml.scaled_dot_product_attention",
            "odml.rms_norm",
            "aie.dispatch");

    private CustomOperators() {}

    static void tell(String name, long at, Inspection inspection) {
        String shown = Snippet.quoted(name);
        if (!name.startsWith(FLEX)) {
            if (!WELL_KNOWN.contains(name)) {
                inspection.found(
                        "tflite/custom-operator", at, "the model runs the custom operator %s".formatted(shown));
            }
            return;
        }
        switch (Operations.effect(name.substring(FLEX.length()))) {
            case FILES -> inspection.found("tensorflow/file-operation", at, "the model runs %s".formatted(shown));
            case PYTHON -> inspection.found("tensorflow/python-operation", at, "the model runs %s".formatted(shown));
            case SOURCE -> inspection.found("tensorflow/data-source", at, "the model runs %s".formatted(shown));
            case LIBRARY -> inspection.found("tensorflow/library-operation", at, "the model runs %s".formatted(shown));
            case UNKNOWN -> inspection.found("tflite/custom-operator", at, "the model runs %s".formatted(shown));
            case COMPUTING -> {}
        }
    }
}
