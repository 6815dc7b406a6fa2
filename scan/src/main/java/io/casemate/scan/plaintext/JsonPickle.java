package io.casemate.scan.plaintext;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Inspection;
import java.util.List;
import java.util.Map;

/** Fields by which jsonpickle stores objects: reading them imports and calls what they name (jsonpickle, tags.py). */
final class JsonPickle {
    private JsonPickle() {}

    /** Whether a field is one of these. */
    static boolean names(String field) {
        return field.startsWith("py/");
    }

    /** @param text the value of the field */
    static void tell(String field, String text, long offset, Inspection inspection) {
        switch (field) {
            case "py/object" ->
                inspection.found(
                        inspection.judge().call(new Call(global(text), List.of(), false, Map.of(), Call.How.NEW)),
                        offset);
            case "py/function", "py/type", "py/newobj", "py/initargs", "py/newargs" ->
                inspection.found(inspection.judge().reference(global(text)), offset);
            case "py/repr" -> {
                int slash = text.indexOf('/');
                var eval = new Value.Global("builtins", "eval");
                inspection.found(inspection.judge().call(Call.of(eval, Value.text(text.substring(slash + 1)))), offset);
            }
            default -> {}
        }
    }

    private static Value.Global global(String name) {
        int dot = name.lastIndexOf('.');
        return new Value.Global(dot < 0 ? "builtins" : name.substring(0, dot), name.substring(dot + 1));
    }
}
