package io.casemate.scan.bytecode;

import io.casemate.scan.call.Value;

/** Instructions whose results nobody can know: how many values they take and leave. */
final class StackEffects {
    private StackEffects() {}

    static void apply(String name, int argument, PythonVersion version, Frame frame) {
        switch (name) {
            case "POP_TOP",
                    "POP_ITER",
                    "PRINT_EXPR",
                    "STORE_ANNOTATION",
                    "YIELD_FROM",
                    "DELETE_ATTR",
                    "GEN_START",
                    "EXIT_INIT_CHECK",
                    "BUILD_SET_UPDATE",
                    "POP_FINALLY" -> frame.pop();
            case "DICT_MERGE", "DICT_UPDATE" -> {
                Value more = frame.pop();
                boolean empty = frame.peek(argument) instanceof Value.Entries entries
                        && entries.keysAndValues().isEmpty();
                frame.replace(argument, empty ? more : Value.UNKNOWN);
            }
            case "LIST_APPEND", "SET_ADD" -> {
                frame.pop();
                frame.replace(argument, Value.UNKNOWN);
            }
            case "MAP_ADD" -> {
                frame.drop(2);
                frame.replace(argument, Value.UNKNOWN);
            }
            case "DELETE_SUBSCR" -> frame.drop(2);
            case "STORE_SLICE" -> frame.drop(4);
            case "ROT_TWO" -> frame.rotate(2);
            case "ROT_THREE" -> frame.rotate(3);
            case "ROT_FOUR" -> frame.rotate(4);
            case "DUP_TOP" -> frame.push(frame.peek(1));
            case "DUP_TOP_TWO" -> {
                frame.push(frame.peek(2));
                frame.push(frame.peek(2));
            }
            case "LOAD_LOCALS",
                    "LOAD_ASSERTION_ERROR",
                    "LOAD_COMMON_CONSTANT",
                    "LOAD_CLOSURE",
                    "RETURN_GENERATOR",
                    "GET_ANEXT",
                    "GET_LEN",
                    "MATCH_MAPPING",
                    "MATCH_SEQUENCE",
                    "WITH_EXCEPT_START",
                    "BEGIN_FINALLY",
                    "PUSH_EXC_INFO",
                    "WITH_CLEANUP_START" -> frame.push(Value.UNKNOWN);
            case "MATCH_KEYS" -> leave(frame, 0, version.atLeast(PythonVersion.V3_11) ? 1 : 2);
            case "MATCH_CLASS" -> leave(frame, 3, version.atLeast(PythonVersion.V3_11) ? 1 : 2);
            case "GET_ITER",
                    "GET_AITER",
                    "GET_YIELD_FROM_ITER",
                    "GET_AWAITABLE",
                    "YIELD_VALUE",
                    "UNARY_POSITIVE",
                    "UNARY_NOT",
                    "UNARY_INVERT",
                    "CHECK_EXC_MATCH",
                    "CHECK_EG_MATCH" -> leave(frame, 1, 1);
            case "UNARY_NEGATIVE" -> {
                Value value = frame.pop();
                frame.push(value instanceof Value.Whole(long number) ? new Value.Whole(-number) : Value.UNKNOWN);
            }
            case "COMPARE_OP",
                    "IS_OP",
                    "CONTAINS_OP",
                    "CALL_INTRINSIC_2",
                    "BUILD_TEMPLATE",
                    "PREP_RERAISE_STAR",
                    "FORMAT_WITH_SPEC" -> leave(frame, 2, 1);
            case "BUILD_INTERPOLATION" -> leave(frame, 2 + (argument & 1), 1);
            case "FORMAT_VALUE" -> {
                if ((argument & 4) != 0) {
                    leave(frame, 2, 1);
                }
            }
            case "BUILD_CONST_KEY_MAP" -> constantKeys(frame, argument);
            case "BUILD_SET_UNPACK", "BUILD_MAP_UNPACK", "BUILD_MAP_UNPACK_WITH_CALL" -> {
                frame.take(argument);
                frame.push(Value.UNKNOWN);
            }
            case "UNPACK_EX" -> leave(frame, 1, (argument & 0xff) + ((argument >> 8) & 0xff) + 1);
            case "END_FOR" -> frame.drop(version.atLeast(PythonVersion.V3_13) ? 1 : 2);
            case "END_SEND" -> {
                Value value = frame.pop();
                frame.pop();
                frame.push(value);
            }
            case "END_ASYNC_FOR" -> frame.drop(2);
            case "CLEANUP_THROW" -> leave(frame, 3, 2);
            case "POP_EXCEPT" -> frame.drop(version.atLeast(PythonVersion.V3_11) ? 1 : 3);
            default -> {
                if (name.startsWith("BINARY_") || name.startsWith("INPLACE_")) {
                    leave(frame, 2, 1);
                }
            }
        }
    }

    private static void constantKeys(Frame frame, int count) {
        Value keys = frame.pop();
        var values = frame.take(count);
        if (keys instanceof Value.Items items && items.items().size() == values.size()) {
            var entries = new java.util.ArrayList<Value>();
            for (int i = 0; i < values.size(); i++) {
                entries.add(items.items().get(i));
                entries.add(values.get(i));
            }
            frame.push(new Value.Entries(entries, true));
        } else {
            frame.push(Value.UNKNOWN);
        }
    }

    private static void leave(Frame frame, int taken, int left) {
        frame.drop(taken);
        for (int i = 0; i < left; i++) {
            frame.push(Value.UNKNOWN);
        }
    }
}
