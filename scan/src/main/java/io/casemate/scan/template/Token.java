package io.casemate.scan.template;

/**
 * A word of a template.
 *
 * @param offset where it begins, in characters of the template
 * @param text a name, a text without its quotes, digits, an operator, or the end mark
 */
record Token(Kind kind, int offset, String text) {
    enum Kind {
        /** <code>{{</code> */
        BEGIN_OUTPUT,
        /** <code>{%</code> */
        BEGIN_STATEMENT,
        /** The end of output or statement. */
        END,
        NAME,
        TEXT,
        NUMBER,
        OPERATOR,
        /** The end of the template. */
        DONE
    }

    boolean is(String operatorOrName) {
        return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operatorOrName);
    }
}
