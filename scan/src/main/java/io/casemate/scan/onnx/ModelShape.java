package io.casemate.scan.onnx;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.protobuf.WireType;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.Set;

/** Whether a protobuf message is a ModelProto: there is no magic number, so its fields must be those of one. */
final class ModelShape {
    private static final int VERSION_MAX = 100;
    private static final int LOOKED_AT = 12;
    private static final Set<Integer> NUMBERS = Set.of(1, 5);
    private static final Set<Integer> MESSAGES = Set.of(2, 3, 4, 6, 7, 8, 14, 20, 25, 26);
    private static final Set<Integer> OF_GRAPHS = Set.of(1, 2, 5, 10, 11, 12, 13, 14, 15, 16);

    private ModelShape() {}

    /** Whether the beginning is that of one; a file that is cut off, too. */
    static boolean plausible(Content content) {
        return content.size() > 4 && fits(content, LOOKED_AT, () -> {});
    }

    /** Whether it is one: a graph is there, and it has the fields of a graph. */
    static boolean certain(Content content, Inspection inspection) {
        return fits(content, Integer.MAX_VALUE, inspection::step);
    }

    private static boolean fits(Content content, int fieldsMax, Runnable step) {
        boolean version = false;
        boolean graph = false;
        int fields = 0;
        ProtoReader field = ProtoReader.over(content, step);
        try {
            while (fields < fieldsMax && field.next()) {
                fields++;
                version |= field.number() == 1 && field.value() > 0 && field.value() <= VERSION_MAX;
                graph |= field.number() == 7 && isGraph(field.message());
                boolean known = NUMBERS.contains(field.number())
                        ? field.wireType() == WireType.VARINT
                        : MESSAGES.contains(field.number()) && field.delimited();
                if (!known && fields <= 3) {
                    return false;
                }
            }
        } catch (IndexOutOfBoundsException cutOff) {
            // what follows is missing or no message: what was seen until then decides
            return version && (graph || (field.number() == 7 && fields >= 1) || reachesGraph(content));
        }
        return graph;
    }

    /** Whether the field that is cut off is the graph: its key stands behind the fields that are whole. */
    private static boolean reachesGraph(Content content) {
        ProtoReader field = ProtoReader.over(content, () -> {});
        long end = 0;
        try {
            while (field.next()) {
                end = field.offset() + field.length();
            }
        } catch (IndexOutOfBoundsException expected) {
            return content.has(end, (byte) 0x3a);
        }
        return false;
    }

    private static boolean isGraph(ProtoReader graph) {
        try {
            return graph.next() && OF_GRAPHS.contains(graph.number()) && graph.delimited();
        } catch (IndexOutOfBoundsException broken) {
            return false;
        }
    }
}
