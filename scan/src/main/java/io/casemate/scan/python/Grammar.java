package io.casemate.scan.python;

import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSSymbolType;

/** Names of the grammar's nodes and fields by their numbers, each asked of the native library once for a source. */
final class Grammar {
    private static final int ERROR_SYMBOL = 0xffff;

    private final TSLanguage language;
    private final @Nullable String[] types;
    private final @Nullable String[] fields;

    Grammar(TSLanguage language) {
        this.language = language;
        this.types = new String[language.symbolCount()];
        this.fields = new String[language.fieldCount() + 1];
    }

    /** The type of a named node; "" where the node is only a word of the syntax. */
    String type(int symbol) {
        int number = symbol & 0xffff;
        if (number == ERROR_SYMBOL || number >= types.length) {
            return "ERROR";
        }
        String type = types[number];
        if (type == null) {
            type = language.symbolType(number) == TSSymbolType.TSSymbolTypeRegular ? language.symbolName(number) : "";
            types[number] = type;
        }
        return type;
    }

    /** The name of a field; "" for 0, which is none. */
    String field(int number) {
        if (number <= 0 || number >= fields.length) {
            return "";
        }
        String field = fields[number];
        if (field == null) {
            field = language.fieldNameForId(number);
            fields[number] = field;
        }
        return field;
    }
}
