package io.casemate.scan.bytecode;

import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the functions of one module share. Filled while they are read, outer functions first.
 *
 * @param globals module variables by name
 * @param starred modules whose names were all imported
 */
record Scope(Map<String, Value> globals, List<String> starred) {
    static Scope empty() {
        return new Scope(new HashMap<>(), new ArrayList<>());
    }
}
