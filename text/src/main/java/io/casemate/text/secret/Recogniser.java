package io.casemate.text.secret;

import io.casemate.text.literal.LiteralSet.Literal;
import java.util.List;
import java.util.Optional;

/** Recognises one family of secrets. */
interface Recogniser {
    /** Literals one of which stands in, or just before, each secret of the family. */
    List<Literal> triggers();

    /**
     * The secret that a trigger belongs to, if there is one. Looks at some thousand bytes at most.
     *
     * @param from where the text begins in the array
     * @param to where it ends, exclusive
     * @param position where the trigger stands
     */
    Optional<Secret> at(byte[] text, int from, int to, int position);
}
