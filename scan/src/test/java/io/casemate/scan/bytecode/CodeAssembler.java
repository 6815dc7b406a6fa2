package io.casemate.scan.bytecode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds marshalled code objects of any version, with opcodes by their names. */
final class CodeAssembler {
    private final PythonVersion version;
    private final Opcodes opcodes;
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final List<byte[]> constants = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();

    CodeAssembler(PythonVersion version) {
        this.version = version;
        this.opcodes = Opcodes.of(version);
    }

    /** An instruction with its inline caches. */
    CodeAssembler op(String name, int argument) {
        int number = opcodes.number(name);
        if (number < 0) {
            throw new IllegalArgumentException("%s has no %s".formatted(version, name));
        }
        code.write(number);
        code.write(argument);
        for (int i = 0; i < opcodes.caches(number); i++) {
            code.write(0);
            code.write(0);
        }
        return this;
    }

    boolean knows(String name) {
        return opcodes.number(name) >= 0;
    }

    CodeAssembler resume() {
        return knows("RESUME") ? op("RESUME", 0) : this;
    }

    CodeAssembler text(String text) {
        return op("LOAD_CONST", constant(marshalled(text)));
    }

    CodeAssembler none() {
        return op("LOAD_CONST", constant(new byte[] {'N'}));
    }

    CodeAssembler zero() {
        return op("LOAD_CONST", constant(new byte[] {'i', 0, 0, 0, 0}));
    }

    int constant(byte[] marshalled) {
        constants.add(marshalled);
        return constants.size() - 1;
    }

    int name(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    int variable(String name) {
        if (!variables.contains(name)) {
            variables.add(name);
        }
        return variables.indexOf(name);
    }

    /** {@code import module}, stored in a variable. */
    CodeAssembler importInto(String module, String variable) {
        return zero().none().op("IMPORT_NAME", name(module)).op("STORE_FAST", variable(variable));
    }

    /** {@code variable.method(text)} as this version's compiler writes it. */
    CodeAssembler callMethod(String variable, String method, String text) {
        boolean old = !version.atLeast(PythonVersion.V3_7);
        op(version.atLeast(PythonVersion.V3_14) ? "LOAD_FAST_BORROW" : "LOAD_FAST", variable(variable));
        if (version.atLeast(PythonVersion.V3_12)) {
            op("LOAD_ATTR", (name(method) << 1) | 1);
        } else {
            op(old ? "LOAD_ATTR" : "LOAD_METHOD", name(method));
        }
        text(text);
        if (knows("PRECALL")) {
            op("PRECALL", 1);
        }
        return op(version.atLeast(PythonVersion.V3_11) ? "CALL" : old ? "CALL_FUNCTION" : "CALL_METHOD", 1);
    }

    /** {@code return} of what is on the stack. */
    byte[] returned() {
        op("RETURN_VALUE", 0);
        return marshalled();
    }

    private byte[] marshalled() {
        var out = new ByteArrayOutputStream();
        out.write('c');
        for (int i = 0; i < version.layout().numbers; i++) {
            number(out, i == version.layout().numbers - 1 ? 0x43 : 0);
        }
        bytes(out, code.toByteArray());
        out.write('(');
        number(out, constants.size());
        constants.forEach(out::writeBytes);
        texts(out, names);
        texts(out, variables);
        if (version.layout() == PythonVersion.Layout.ONE_LIST_OF_VARIABLES) {
            bytes(out, new byte[variables.size()]);
        } else {
            texts(out, List.of());
            texts(out, List.of());
        }
        out.writeBytes(marshalled("file.py"));
        out.writeBytes(marshalled("f"));
        if (version.layout() == PythonVersion.Layout.ONE_LIST_OF_VARIABLES) {
            out.writeBytes(marshalled("f"));
        }
        number(out, 1);
        bytes(out, new byte[0]);
        if (version.layout() == PythonVersion.Layout.ONE_LIST_OF_VARIABLES) {
            bytes(out, new byte[0]);
        }
        return out.toByteArray();
    }

    private static void texts(ByteArrayOutputStream out, List<String> texts) {
        out.write(')');
        out.write(texts.size());
        texts.forEach(text -> out.writeBytes(marshalled(text)));
    }

    private static byte[] marshalled(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        out.write('z');
        out.write(bytes.length);
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.write('s');
        number(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream out, int number) {
        for (int i = 0; i < 4; i++) {
            out.write(number >> (8 * i));
        }
    }
}
