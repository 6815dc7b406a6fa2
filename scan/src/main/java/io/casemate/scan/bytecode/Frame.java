package io.casemate.scan.bytecode;

import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One point of one path through a function: where it goes on, what is on the stack and in the variables. */
final class Frame {
    /** What PUSH_NULL pushes. */
    static final Value NULL = new Value.Global("", "");

    private static final int STACK_MAX = 10_000;

    int next;
    List<String> keywords = List.of();
    private final List<Value> stack = new ArrayList<>();
    private final Map<String, Value> variables;

    Frame(int next, Map<String, Value> variables) {
        this.next = next;
        this.variables = new HashMap<>(variables);
    }

    Frame copy(int at) {
        var copy = new Frame(at, variables);
        copy.stack.addAll(stack);
        return copy;
    }

    Map<String, Value> variables() {
        return variables;
    }

    void push(Value value) {
        if (stack.size() < STACK_MAX) {
            stack.add(value);
        }
    }

    /** The top of the stack; unknown where the stack is empty, as in a handler whose stack nobody followed. */
    Value pop() {
        return stack.isEmpty() ? Value.UNKNOWN : stack.removeLast();
    }

    void drop(int count) {
        for (int i = 0; i < count && !stack.isEmpty(); i++) {
            stack.removeLast();
        }
    }

    /** The value that lies so many places down, 1 for the top. */
    Value peek(int depth) {
        return depth >= 1 && depth <= stack.size() ? stack.get(stack.size() - depth) : Value.UNKNOWN;
    }

    void replace(int depth, Value value) {
        if (depth >= 1 && depth <= stack.size()) {
            stack.set(stack.size() - depth, value);
        }
    }

    void swap(int depth) {
        if (depth >= 1 && depth <= stack.size()) {
            Collections.swap(stack, stack.size() - depth, stack.size() - 1);
        }
    }

    /** Lifts the value so many places down to... puts the top so many places down: ROT_TWO is 2. */
    void rotate(int depth) {
        if (depth > 1 && depth <= stack.size()) {
            Value top = stack.removeLast();
            stack.add(stack.size() - depth + 1, top);
        }
    }

    /** Takes values off the stack, in the order they were pushed. */
    List<Value> take(int count) {
        int known = Math.min(count, stack.size());
        var taken = new ArrayList<Value>();
        for (int i = known; i < Math.min(count, STACK_MAX); i++) {
            taken.add(Value.UNKNOWN);
        }
        List<Value> top = stack.subList(stack.size() - known, stack.size());
        taken.addAll(top);
        top.clear();
        return taken;
    }
}
