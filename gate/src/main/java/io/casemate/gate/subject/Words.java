package io.casemate.gate.subject;

import io.casemate.core.model.Named;
import io.casemate.gate.expression.Type;
import java.util.Arrays;

/** Closed vocabularies as types. */
final class Words {
    private Words() {}

    static Type of(String noun, Named... constants) {
        return Type.word(noun, Arrays.stream(constants).map(Named::id).toList());
    }
}
