package io.casemate.scan.coreml;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Numbers in the layers of a neural network: WeightParams of NeuralNetwork.proto, told by their form, since they stand in each
 * kind of layer at other fields.
 */
final class Weights {
    private static final int DEPTH_MAX = 3;
    private static final int BYTES_MIN = 64;
    private static final int TEXT_MAX = 256;
    private static final int PARAMETERS = 100;

    private Weights() {}

    /** Tells the numbers of one layer. */
    static void tell(ProtoReader layer, Inspection inspection) {
        String name = "";
        while (layer.next()) {
            if (layer.number() == 1) {
                name = Snippet.shown(layer.text(TEXT_MAX));
            } else if (layer.number() >= PARAMETERS && layer.delimited()) {
                parameters(layer.message(), name, 0, inspection);
            }
        }
    }

    private static void parameters(ProtoReader layer, String name, int depth, Inspection inspection) {
        while (layer.next()) {
            if (!layer.delimited() || layer.length() < BYTES_MIN) {
                continue;
            }
            Optional<Tensor> weights = weights(layer.message(), "%s/%d".formatted(name, layer.number()));
            if (weights.isPresent()) {
                inspection.tensor(weights.get());
            } else if (depth < DEPTH_MAX && message(layer.message())) {
                parameters(layer.message(), name, depth + 1, inspection);
            }
        }
    }

    /** The numbers of a message whose fields are those of WeightParams. */
    private static Optional<Tensor> weights(ProtoReader message, String name) {
        Optional<Tensor> numbers = Optional.empty();
        try {
            while (message.next()) {
                boolean known = switch (message.number()) {
                    case 1, 2, 30, 31, 40 -> message.delimited();
                    case 50 -> !message.delimited();
                    default -> false;
                };
                if (!known) {
                    return Optional.empty();
                }
                if (message.number() <= 31 && message.delimited() && message.length() >= BYTES_MIN) {
                    numbers = numbers(message, name);
                }
            }
        } catch (IndexOutOfBoundsException noMessage) {
            return Optional.empty();
        }
        return numbers;
    }

    private static Optional<Tensor> numbers(ProtoReader field, String name) {
        ElementType type = switch (field.number()) {
            case 1 -> ElementType.F32;
            case 2 -> ElementType.F16;
            case 31 -> ElementType.I8;
            default -> ElementType.PACKED;
        };
        long each = type.bits() / 8;
        return field.length() % each != 0
                ? Optional.empty()
                : Optional.of(new Tensor(
                        name,
                        type,
                        List.of(field.length() / each),
                        field.bytes().bytes(),
                        field.offset()));
    }

    private static boolean message(ProtoReader field) {
        try {
            while (field.next()) {
                // each field has a form
            }
            return true;
        } catch (IndexOutOfBoundsException noMessage) {
            return false;
        }
    }
}
