package io.casemate.scan.coreml;

import io.casemate.scan.path.Paths;
import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;

/** A program in Apple's intermediate language: operations whose constants lie in files of the package. Format: MIL.proto. */
final class Program {
    private static final String PACKAGE = "@model_path/";
    private static final int TEXT_MAX = 1_024;
    private static final int DEPTH_MAX = 20;

    private Program() {}

    static void tell(ProtoReader program, Inspection inspection) {
        while (program.next()) {
            if (program.number() == 2) {
                function(value(program.message()), inspection);
            }
        }
    }

    private static void function(ProtoReader function, Inspection inspection) {
        while (function.next()) {
            if (function.number() == 3) {
                block(value(function.message()), 0, inspection);
            }
        }
    }

    private static void block(ProtoReader block, int depth, Inspection inspection) {
        if (depth > DEPTH_MAX) {
            throw new IndexOutOfBoundsException("blocks are nested deeper than %d levels".formatted(DEPTH_MAX));
        }
        while (block.next()) {
            if (block.number() == 3) {
                operation(block.message(), depth, inspection);
            }
        }
    }

    private static void operation(ProtoReader operation, int depth, Inspection inspection) {
        while (operation.next()) {
            switch (operation.number()) {
                case 1 -> type(operation, inspection);
                case 4 -> block(operation.message(), depth + 1, inspection);
                case 5 -> constant(value(operation.message()), inspection);
                default -> {} // inputs and outputs
            }
        }
    }

    private static void type(ProtoReader operation, Inspection inspection) {
        String type = operation.text(TEXT_MAX);
        if (type.startsWith("custom")) {
            inspection.found(
                    "coreml/custom-layer",
                    operation.offset(),
                    "an operation of the class %s, which the app must bring".formatted(Snippet.quoted(type)));
        }
    }

    /** The value of an entry of a map. */
    private static ProtoReader value(ProtoReader entry) {
        while (entry.next()) {
            if (entry.number() == 2) {
                return entry.message();
            }
        }
        return entry;
    }

    private static void constant(ProtoReader constant, Inspection inspection) {
        while (constant.next()) {
            if (constant.number() == 5) {
                for (ProtoReader file = constant.message(); file.next(); ) {
                    if (file.number() == 1) {
                        file(file.text(TEXT_MAX), file.offset(), inspection);
                    }
                }
            }
        }
    }

    private static void file(String name, long at, Inspection inspection) {
        if (Paths.leaves(name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : name)) {
            inspection.found(
                    "coreml/escaping-path", at, "constants are read from the file %s".formatted(Snippet.quoted(name)));
        }
    }
}
