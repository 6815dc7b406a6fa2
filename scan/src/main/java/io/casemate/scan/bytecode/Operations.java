package io.casemate.scan.bytecode;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What instructions do to a frame. Jumps are the flow's. Stack effects as in CPython's Python/ceval.c and bytecodes.c. */
final class Operations {
    private static final int ITEMS_MAX = 10_000;

    private final CodeObject code;
    private final PythonVersion version;
    private final Map<String, Value> globals;
    private final List<String> starred;
    private final Trace trace;

    Operations(CodeObject code, PythonVersion version, Scope scope, Trace trace) {
        this.code = code;
        this.version = version;
        this.globals = scope.globals();
        this.starred = scope.starred();
        this.trace = trace;
    }

    /**
     * Does one instruction.
     *
     * @param at index of the instruction, for what it tells
     */
    void run(String name, int argument, int at, Frame frame) {
        switch (name) {
            case "LOAD_CONST" -> frame.push(constant(argument));
            case "LOAD_SMALL_INT" -> frame.push(new Value.Whole(argument));
            case "LOAD_NAME", "LOAD_CLASSDEREF" -> frame.push(seen(at, loadName(frame, nameOf(name, argument))));
            case "LOAD_GLOBAL" -> {
                boolean pushesNull = version.atLeast(PythonVersion.V3_11) && (argument & 1) != 0;
                int index = version.atLeast(PythonVersion.V3_11) ? argument >> 1 : argument;
                pushCallable(frame, seen(at, global(name(index))), pushesNull);
            }
            case "LOAD_FROM_DICT_OR_GLOBALS" -> {
                frame.pop();
                frame.push(seen(at, loadName(frame, name(argument))));
            }
            case "LOAD_FROM_DICT_OR_DEREF" -> {
                frame.pop();
                frame.push(seen(at, loadName(frame, cell(argument))));
            }
            case "LOAD_DEREF" -> frame.push(frame.variables().getOrDefault(cell(argument), Value.UNKNOWN));
            case "LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_BORROW", "LOAD_FAST_AND_CLEAR" ->
                frame.push(variable(frame, argument));
            case "LOAD_FAST_LOAD_FAST", "LOAD_FAST_BORROW_LOAD_FAST_BORROW" -> {
                frame.push(variable(frame, argument >> 4));
                frame.push(variable(frame, argument & 15));
            }
            case "STORE_FAST" -> frame.variables().put(variableName(argument), frame.pop());
            case "STORE_FAST_LOAD_FAST" -> {
                frame.variables().put(variableName(argument >> 4), frame.pop());
                frame.push(variable(frame, argument & 15));
            }
            case "STORE_FAST_STORE_FAST" -> {
                frame.variables().put(variableName(argument >> 4), frame.pop());
                frame.variables().put(variableName(argument & 15), frame.pop());
            }
            case "STORE_DEREF" -> frame.variables().put(cell(argument), frame.pop());
            case "STORE_NAME" -> {
                Value value = frame.pop();
                frame.variables().put(name(argument), value);
                globals.put(name(argument), value);
            }
            case "STORE_GLOBAL" -> globals.put(name(argument), frame.pop());
            case "LOAD_ATTR" -> {
                boolean method = version.atLeast(PythonVersion.V3_12) && (argument & 1) != 0;
                int index = version.atLeast(PythonVersion.V3_12) ? argument >> 1 : argument;
                pushCallable(frame, seen(at, Folding.attribute(frame.pop(), name(index))), method);
            }
            case "LOAD_METHOD" -> pushCallable(frame, seen(at, Folding.attribute(frame.pop(), name(argument))), true);
            case "LOAD_SUPER_ATTR" -> {
                frame.drop(3);
                pushCallable(frame, Value.UNKNOWN, (argument & 1) != 0);
            }
            case "LOAD_SPECIAL" -> {
                frame.pop();
                pushCallable(frame, Value.UNKNOWN, true);
            }
            case "LOAD_BUILD_CLASS" -> frame.push(Folding.builtin("__build_class__"));
            case "PUSH_NULL" -> frame.push(Frame.NULL);
            case "IMPORT_NAME" -> {
                Value names = frame.pop();
                Value level = frame.pop();
                frame.push(imported(name(argument), names, level));
            }
            case "IMPORT_FROM" -> frame.push(seen(at, Folding.attribute(frame.peek(1), name(argument))));
            case "IMPORT_STAR" -> star(frame.pop());
            case "STORE_ATTR" -> {
                Value object = frame.pop();
                Value value = frame.pop();
                if (object instanceof Value.Global) {
                    trace.call(at, Call.of(Folding.builtin("setattr"), object, Value.text(name(argument)), value));
                }
            }
            case "STORE_SUBSCR" -> {
                Value key = frame.pop();
                Value object = frame.pop();
                Value value = frame.pop();
                if (object instanceof Value.Global) {
                    trace.call(at, new Call(object, List.of(key, value), true, Map.of(), Call.How.SET_ITEM));
                }
            }
            case "BINARY_SUBSCR" -> subscript(at, frame);
            case "BINARY_SLICE" -> {
                Value stop = frame.pop();
                Value start = frame.pop();
                frame.push(Slices.slice(frame.pop(), start, stop, Value.NONE));
            }
            case "BINARY_OP" -> binary(argument, at, frame);
            case "BINARY_ADD", "INPLACE_ADD" -> {
                Value right = frame.pop();
                frame.push(Folding.sum(frame.pop(), right));
            }
            case "CALL_FUNCTION" -> {
                List<Value> arguments = frame.take(argument);
                call(at, frame, frame.pop(), arguments, List.of());
            }
            case "CALL_FUNCTION_KW" -> {
                List<String> keywords = texts(frame.pop());
                List<Value> arguments = frame.take(argument);
                call(at, frame, frame.pop(), arguments, keywords);
            }
            case "CALL_METHOD", "CALL" -> {
                List<Value> arguments = frame.take(argument);
                callOfTwo(at, frame, arguments, frame.keywords);
                frame.keywords = List.of();
            }
            case "CALL_KW" -> {
                List<String> keywords = texts(frame.pop());
                callOfTwo(at, frame, frame.take(argument), keywords);
            }
            case "KW_NAMES" -> frame.keywords = texts(constant(argument));
            case "CALL_FUNCTION_EX" -> callWithLists(at, frame, argument);
            case "BUILD_TUPLE", "BUILD_LIST", "BUILD_SET" -> frame.push(new Value.Items(frame.take(argument), true));
            case "BUILD_MAP" -> frame.push(new Value.Entries(frame.take(2 * Math.min(argument, ITEMS_MAX)), true));
            case "BUILD_STRING" -> frame.push(frame.take(argument).stream().reduce(Value.text(""), Folding::sum));
            case "BUILD_SLICE" ->
                frame.push(
                        new Value.Result(Folding.plain(Folding.builtin("slice"), frame.take(argument == 3 ? 3 : 2))));
            case "LIST_EXTEND", "SET_UPDATE" -> {
                Value more = frame.pop();
                frame.replace(argument, Folding.sum(frame.peek(argument), more));
            }
            case "BUILD_TUPLE_UNPACK_WITH_CALL", "BUILD_TUPLE_UNPACK", "BUILD_LIST_UNPACK" ->
                frame.push(frame.take(argument).stream().reduce(Value.items(), Folding::sum));
            case "UNPACK_SEQUENCE" -> unpack(frame, argument);
            case "BEFORE_WITH", "SETUP_WITH", "BEFORE_ASYNC_WITH", "SETUP_ASYNC_WITH" -> {
                Value context = frame.pop();
                frame.push(Value.UNKNOWN);
                frame.push(context);
            }
            case "MAKE_FUNCTION" -> makeFunction(frame, argument);
            case "SET_FUNCTION_ATTRIBUTE" -> {
                Value function = frame.pop();
                frame.pop();
                frame.push(function);
            }
            case "CALL_INTRINSIC_1" -> {
                if (argument == 2) {
                    star(frame.peek(1));
                }
            }
            case "COPY" -> frame.push(frame.peek(argument));
            case "SWAP" -> frame.swap(argument);
            case "ROT_N" -> frame.rotate(argument);
            default -> StackEffects.apply(name, argument, version, frame);
        }
    }

    private Value constant(int index) {
        if (index < code.constants().size()) {
            return code.constants().get(index);
        }
        trace.error();
        return Value.UNKNOWN;
    }

    private String name(int index) {
        return at(code.names(), index);
    }

    private String variableName(int index) {
        return at(code.variables(), index);
    }

    private String cell(int index) {
        return at(code.cells().isEmpty() ? code.variables() : code.cells(), index);
    }

    private String nameOf(String opcode, int argument) {
        return opcode.equals("LOAD_CLASSDEREF") ? cell(argument) : name(argument);
    }

    private String at(List<String> list, int index) {
        if (index < list.size()) {
            return list.get(index);
        }
        trace.error();
        return "";
    }

    private Value variable(Frame frame, int index) {
        return frame.variables().getOrDefault(variableName(index), Value.UNKNOWN);
    }

    private Value loadName(Frame frame, String name) {
        Value local = frame.variables().get(name);
        return local == null ? global(name) : local;
    }

    private Value global(String name) {
        Value global = globals.get(name);
        if (global != null) {
            return global;
        }
        Value named = Folding.named(name);
        return named instanceof Value.Unknown && !starred.isEmpty() ? new Value.Global(starred.getLast(), name) : named;
    }

    private Value seen(int at, Value value) {
        if (value instanceof Value.Global global && !global.name().isEmpty()) {
            trace.load(at, global);
        }
        return value;
    }

    private static void pushCallable(Frame frame, Value value, boolean withNull) {
        if (withNull) {
            frame.push(Frame.NULL);
        }
        frame.push(value);
    }

    private static Value imported(String module, Value names, Value level) {
        if (level instanceof Value.Whole(long dots) && dots > 0) {
            return Folding.module(".".repeat((int) Math.min(dots, 10)) + module);
        }
        boolean whole = names instanceof Value.Items items && !items.items().isEmpty();
        return Folding.module(whole ? module : Folding.top(module));
    }

    private void star(Value module) {
        if (module instanceof Value.Global global && Folding.isModule(global)) {
            starred.add(global.module());
        }
    }

    private void subscript(int at, Frame frame) {
        Value key = frame.pop();
        Value object = frame.pop();
        frame.push(seen(at, Slices.isSlice(key) ? Slices.slice(object, key) : Folding.subscript(object, key)));
    }

    private void binary(int operator, int at, Frame frame) {
        if (operator == 26) {
            subscript(at, frame);
            return;
        }
        Value right = frame.pop();
        Value left = frame.pop();
        frame.push(operator == 0 || operator == 13 ? Folding.sum(left, right) : Value.UNKNOWN);
    }

    /** A call whose function takes two places: function and self, NULL and function, or function and NULL. */
    private void callOfTwo(int at, Frame frame, List<Value> arguments, List<String> keywords) {
        Value upper = frame.pop();
        Value lower = frame.pop();
        if (lower.equals(Frame.NULL)) {
            call(at, frame, upper, arguments, keywords);
        } else if (upper.equals(Frame.NULL)) {
            call(at, frame, lower, arguments, keywords);
        } else {
            var all = new ArrayList<Value>();
            all.add(upper);
            all.addAll(arguments);
            call(at, frame, lower, all, keywords);
        }
    }

    private void call(int at, Frame frame, Value function, List<Value> arguments, List<String> keywords) {
        int positional = Math.max(0, arguments.size() - keywords.size());
        Map<String, Value> named = new LinkedHashMap<>();
        for (int i = positional; i < arguments.size(); i++) {
            named.put(keywords.get(i - positional), arguments.get(i));
        }
        made(at, frame, new Call(function, arguments.subList(0, positional), true, named, Call.How.CALL));
    }

    private void callWithLists(int at, Frame frame, int argument) {
        boolean newest = version.atLeast(PythonVersion.V3_14);
        Value keywords = newest || (argument & 1) != 0 ? frame.pop() : Value.NONE;
        Value list = frame.pop();
        Value function = frame.pop();
        if (version.atLeast(PythonVersion.V3_13)) {
            function = function.equals(Frame.NULL) ? frame.pop() : other(frame, function);
        } else if (version.atLeast(PythonVersion.V3_11) && frame.peek(1).equals(Frame.NULL)) {
            frame.pop();
        }
        Map<String, Value> named = new HashMap<>();
        if (keywords instanceof Value.Entries entries) {
            for (int i = 0; i + 1 < entries.keysAndValues().size(); i += 2) {
                if (entries.keysAndValues().get(i) instanceof Value.Text(String name)) {
                    named.put(name, entries.keysAndValues().get(i + 1));
                }
            }
        }
        boolean known = list instanceof Value.Items items && items.complete();
        List<Value> arguments = list instanceof Value.Items items ? items.items() : List.of();
        made(at, frame, new Call(function, arguments, known, named, Call.How.CALL));
    }

    private static Value other(Frame frame, Value function) {
        if (frame.peek(1).equals(Frame.NULL)) {
            frame.pop();
        }
        return function;
    }

    private void made(int at, Frame frame, Call call) {
        trace.call(at, call);
        frame.push(seen(at, Folding.call(call)));
    }

    private static List<String> texts(Value value) {
        var texts = new ArrayList<String>();
        if (value instanceof Value.Items items) {
            for (Value item : items.items()) {
                texts.add(item instanceof Value.Text(String text) ? text : "");
            }
        }
        return texts;
    }

    private static void unpack(Frame frame, int count) {
        Value value = frame.pop();
        boolean known = value instanceof Value.Items items && items.items().size() == count;
        for (int i = Math.min(count, ITEMS_MAX) - 1; i >= 0; i--) {
            frame.push(known ? ((Value.Items) value).items().get(i) : Value.UNKNOWN);
        }
    }

    private void makeFunction(Frame frame, int flags) {
        if (!version.atLeast(PythonVersion.V3_13)) {
            frame.drop((version.atLeast(PythonVersion.V3_11) ? 1 : 2) + Integer.bitCount(flags & 15));
        } else {
            frame.pop();
        }
        frame.push(Value.UNKNOWN);
    }
}
