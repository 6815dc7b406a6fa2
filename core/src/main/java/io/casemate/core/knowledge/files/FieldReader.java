package io.casemate.core.knowledge.files;

import io.casemate.core.model.Named;
import io.casemate.core.yaml.YamlCursor;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Forms of values that the files of the knowledge base share. */
public final class FieldReader {
    private FieldReader() {}

    /** A text that must be there; empty after a problem. */
    public static String text(YamlCursor at, String remedy) {
        return at.required(remedy).text("");
    }

    /** The items of a list; a single text counts as a list of one. */
    public static List<YamlCursor> list(YamlCursor at) {
        return at.form() == YamlCursor.Form.TEXT ? List.of(at) : at.items();
    }

    /** A constant that must be there; the fallback after a problem. */
    public static <E extends Enum<E> & Named> E constant(YamlCursor at, Class<E> vocabulary, E fallback) {
        if (!at.present()) {
            at.required("write one of " + String.join(", ", ids(vocabulary)));
            return fallback;
        }
        return optional(at, vocabulary).orElse(fallback);
    }

    /** A constant that may be there. */
    public static <E extends Enum<E> & Named> Optional<E> optional(YamlCursor at, Class<E> vocabulary) {
        Optional<E> constant =
                at.form() == YamlCursor.Form.TEXT ? Named.find(vocabulary, at.text("")) : Optional.empty();
        return constant.or(() -> at.oneOf(vocabulary.getEnumConstants(), Named::id)); // which says what is wrong
    }

    /** A list of constants, or a single one. */
    public static <E extends Enum<E> & Named> Set<E> constants(YamlCursor at, Class<E> vocabulary) {
        Set<E> constants = EnumSet.noneOf(vocabulary);
        for (YamlCursor item : list(at)) {
            constants.add(constant(item, vocabulary, vocabulary.getEnumConstants()[0]));
        }
        return constants;
    }

    private static <E extends Enum<E> & Named> List<String> ids(Class<E> vocabulary) {
        return EnumSet.allOf(vocabulary).stream().map(Named::id).toList();
    }
}
