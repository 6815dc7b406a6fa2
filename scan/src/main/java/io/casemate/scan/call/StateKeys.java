package io.casemate.scan.call;

import java.util.Set;

/** Keys of states that a judge has to see, however many others stand around them. */
public final class StateKeys {
    /** The longest of them. */
    public static final int LENGTH_MAX = 24;

    /** Attributes that decide what else is run once they are planted in an object. */
    static final Set<String> HOOKS = Set.of(
            "__setstate__",
            "__class__",
            "__reduce__",
            "__reduce_ex__",
            "__getattr__",
            "__getattribute__",
            "__call__",
            "__init__",
            "__new__",
            "__del__",
            "__setattr__",
            "__setitem__",
            "append",
            "extend",
            "__globals__",
            "__code__",
            "__builtins__",
            "__subclasses__",
            "__bases__",
            "__getstate__",
            "__subclasshook__",
            "__init_subclass__",
            "__hash__",
            "__eq__");

    private static final Set<String> EVALUATED =
            Set.of("_parse_arg_template", "formula", "filename", "lang", "vs", "pyfunc");

    private StateKeys() {}

    /** Whether an attribute of that name changes what is run, when the object is loaded or later. */
    public static boolean matter(String key) {
        return HOOKS.contains(key) || EVALUATED.contains(key);
    }
}
