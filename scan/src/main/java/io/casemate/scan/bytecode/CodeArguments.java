package io.casemate.scan.bytecode;

import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A code object from the arguments of {@code types.CodeType}: numbers, then instructions, constants, names and variables. What
 * stands around them tells the version: a qualified name is of 3.11, six numbers are of 3.8.
 */
final class CodeArguments {
    private CodeArguments() {}

    static Optional<CodeObject> read(List<Value> arguments) {
        for (int i = 0; i + 3 < arguments.size(); i++) {
            byte[] bytes = Texts.binary(arguments.get(i));
            Optional<List<String>> names = texts(arguments.get(i + 2));
            Optional<List<String>> variables = texts(arguments.get(i + 3));
            if (bytes.length >= 2
                    && arguments.get(i + 1) instanceof Value.Items constants
                    && names.isPresent()
                    && variables.isPresent()) {
                return Optional.of(code(arguments, i, bytes, constants, names.get(), variables.get()));
            }
        }
        return Optional.empty();
    }

    private static CodeObject code(
            List<Value> all, int at, byte[] bytes, Value.Items constants, List<String> names, List<String> variables) {
        List<Value> after = all.subList(at + 4, all.size());
        boolean qualified = after.size() >= 3 && after.get(2) instanceof Value.Text;
        long numbers = all.subList(0, at).stream()
                .filter(Value.Whole.class::isInstance)
                .count();
        PythonVersion.Layout layout = qualified
                ? PythonVersion.Layout.ONE_LIST_OF_VARIABLES
                : numbers >= 6
                        ? PythonVersion.Layout.WITH_POSITIONAL_ONLY
                        : PythonVersion.Layout.WITHOUT_POSITIONAL_ONLY;
        var variablesAndCells = new ArrayList<>(variables);
        List<String> free = after.size() < 2
                ? List.of()
                : texts(after.get(after.size() - 2)).orElse(List.of());
        List<String> cells =
                after.isEmpty() ? List.of() : texts(after.getLast()).orElse(List.of());
        var ownCells = new ArrayList<>(cells);
        ownCells.addAll(free);
        if (qualified) {
            cells.stream().filter(cell -> !variables.contains(cell)).forEach(variablesAndCells::add);
            variablesAndCells.addAll(free);
        }
        String name = after.size() > 1 && after.get(1) instanceof Value.Text(String text) ? text : "";
        return new CodeObject(
                name,
                0,
                constants.items(),
                names,
                variablesAndCells,
                qualified ? List.of() : ownCells,
                new Instructions(Arrays.copyOf(bytes, bytes.length & ~1)),
                List.of(),
                layout.versions());
    }

    private static Optional<List<String>> texts(Value value) {
        if (!(value instanceof Value.Items items)) {
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        for (Value item : items.items()) {
            if (!(item instanceof Value.Text(String text))) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(texts);
    }
}
