package io.casemate.scan.call;

import java.util.List;
import java.util.Map;

/**
 * A call that loading would make.
 *
 * @param function what is called: a global, the result of another call, or unknown
 * @param arguments positional arguments, as far as they are known
 * @param complete whether these are all of them
 * @param keywords arguments by name
 * @param how what makes the call
 */
public record Call(Value function, List<Value> arguments, boolean complete, Map<String, Value> keywords, How how) {
    /** What makes a call. */
    public enum How {
        /** An ordinary call: {@code f(*args)}; REDUCE, OBJ and INST of a pickle. */
        CALL,
        /** {@code cls.__new__(cls, *args)}: NEWOBJ and NEWOBJ_EX of a pickle. */
        NEW,
        /** {@code x.__setstate__(state)}, or its attributes are set: BUILD of a pickle. The function is x. */
        BUILD,
        /** {@code x.append}, {@code x.extend}: the function is x. */
        APPEND,
        /** {@code x[key] = value}: the function is x. */
        SET_ITEM
    }

    public Call {
        arguments = List.copyOf(arguments);
        keywords = Map.copyOf(keywords);
    }

    /** A plain call whose arguments are all known. */
    public static Call of(Value function, Value... arguments) {
        return new Call(function, List.of(arguments), true, Map.of(), How.CALL);
    }
}
