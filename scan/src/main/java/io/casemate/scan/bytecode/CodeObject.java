package io.casemate.scan.bytecode;

import io.casemate.scan.call.Value;
import java.util.List;

/**
 * A function's compiled code. Bytecode does not say which Python wrote it; the layout of its fields leaves a few.
 *
 * @param name the function's name, "&lt;lambda&gt;", "&lt;module&gt;"
 * @param argumentCount positional arguments, at least 0
 * @param constants what LOAD_CONST loads; a code object in it is {@link Value#UNKNOWN} and stands in {@code nested}
 * @param names names of globals, attributes and modules
 * @param variables local variables; from 3.11 with cells and free variables behind them
 * @param cells cells, then free variables; from 3.11 none, they are in {@code variables}
 * @param bytecode instructions, two bytes each
 * @param nested code of functions and classes that are made inside
 * @param versions the versions that could have written it, oldest first, at least one
 */
record CodeObject(
        String name,
        int argumentCount,
        List<Value> constants,
        List<String> names,
        List<String> variables,
        List<String> cells,
        Instructions bytecode,
        List<CodeObject> nested,
        List<PythonVersion> versions) {
    public CodeObject {
        constants = List.copyOf(constants);
        names = List.copyOf(names);
        variables = List.copyOf(variables);
        cells = List.copyOf(cells);
        nested = List.copyOf(nested);
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a code object needs at least one version, got none");
        }
    }
}
