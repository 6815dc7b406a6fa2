package io.casemate.scan.call;

import java.util.Locale;

/** What an entry of an allow-list demands of the arguments. The lists write it in lower case. */
enum Rule {
    /** Any arguments. What it makes may be built and filled. The rule of entries that name none. */
    PLAIN,
    /** Made without its constructor ({@code __new__}), then built and filled: how objects are pickled. Any arguments. */
    INSTANCE,
    /** A numpy.dtype: its state may not turn plain bytes into pointers. */
    DTYPE,
    /** A tensor over a storage: offset, sizes and strides stay within the storage. It is no container. */
    TENSOR,
    /** A tensor or storage of other make: any arguments, but it is no container. */
    STORAGE,
    /**
     * {@code f(function, type, arguments, states...)}, type may be missing: the function's own rule holds for the arguments, and
     * the object that it makes is built with each state.
     */
    TYPED,
    /** An attribute of an allowed class, by a constant plain name. */
    GETATTR,
    /** Constant text or bytes, in one of the character sets that serialisers use. */
    ENCODE,
    /** Bytes that are all known: they are read as a content of their own. */
    NESTED,
    /** {@code f(class, base, state)}: the class is allowed, the base built in. */
    RECONSTRUCT,
    /** {@code f(class, *arguments)}: as good as making an object of the class without its constructor. */
    NEWOBJ,
    /** The first argument is called when the result is: it has to be safe with any arguments. */
    CALLABLE,
    /** Constant plain attribute names. */
    ATTRIBUTES,
    /** A function that a model may keep: it can be stored, yet no serialiser calls it. */
    FUNCTION,
    /** {@code type(x)} of a constant: how the type of None is pickled. */
    KIND,
    /** {@code x[y]} of a class of typing: how {@code List[int]} is pickled. */
    SUBSCRIPT,
    /** {@code f(module, name)}, both constant: as good as the global of that name. */
    NAMED,
    /** The first argument is called with the items of the others while the file is loaded: it has to be known as harmless. */
    CALLED,
    /** {@code f(items, function)}: as CALLED, the function comes second and may be missing. */
    CALLED_SECOND,
    /** {@code f(items)} or {@code f(length)}: not so many that they take all memory. */
    SIZED,
    /** {@code f('list')}: the type of that name. */
    TYPE_NAME,
    /** {@code f(None, path)}: it opens a file where the first argument is one. */
    NO_FILE,
    /** A class that is named as the type of something else; made or called it opens files. */
    MENTIONED,
    /** Any arguments; what it returns is in use elsewhere in the process, so that nothing may change it. */
    SHARED;

    static Rule of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether it may stand somewhere as a value, to be called by who knows whom. */
    boolean storable() {
        return switch (this) {
            case PLAIN,
                    INSTANCE,
                    DTYPE,
                    TENSOR,
                    STORAGE,
                    CALLABLE,
                    ATTRIBUTES,
                    FUNCTION,
                    KIND,
                    SUBSCRIPT,
                    RECONSTRUCT,
                    NEWOBJ,
                    CALLED,
                    CALLED_SECOND,
                    SIZED,
                    NO_FILE,
                    MENTIONED,
                    SHARED -> true;
            case TYPED, GETATTR, ENCODE, NESTED, NAMED, TYPE_NAME -> false;
        };
    }
}
