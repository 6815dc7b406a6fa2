package io.casemate.core.model;

import java.util.Locale;
import java.util.Optional;

/** A constant of a closed vocabulary whose name in files is kebab-case: {@code MODEL_IP} is written {@code model-ip}. */
public interface Named {
    String name();

    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E> & Named> Optional<E> find(Class<E> vocabulary, String id) {
        for (E constant : vocabulary.getEnumConstants()) {
            if (constant.name().length() == id.length() && constant.id().equals(id)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
