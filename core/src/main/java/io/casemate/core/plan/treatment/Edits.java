package io.casemate.core.plan.treatment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a text, collected and then made from its end to its beginning, so that no place moves before its turn. */
final class Edits {
    private record Edit(int at, int without, String insert) {}

    private final String text;
    private final String newline;
    private final List<Edit> edits = new ArrayList<>();

    Edits(String text) {
        this.text = text;
        int first = text.indexOf('\n');
        this.newline = first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    /** Where a code point stands in the text. */
    int place(int codePoint) {
        return text.offsetByCodePoints(0, codePoint);
    }

    void insert(int at, String what) {
        edits.add(new Edit(at, 0, what));
    }

    void replace(int from, int to, String what) {
        edits.add(new Edit(from, to - from, what));
    }

    /** Whole lines below the line in which a value ends. */
    void insertBelow(int end, List<String> lines) {
        int from = end > 0 && text.charAt(end - 1) == '\n' ? end - 1 : end;
        int at = text.indexOf('\n', from);
        String block = String.join(newline, lines);
        if (at < 0) {
            insert(text.length(), newline + block + newline);
        } else {
            insert(at + 1, block + newline);
        }
    }

    char before(int at) {
        int i = at - 1;
        while (i > 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return text.charAt(i);
    }

    String newline() {
        return newline;
    }

    String made() {
        var out = new StringBuilder(text);
        edits.sort(Comparator.comparingInt(Edit::at).reversed());
        for (Edit edit : edits) {
            out.replace(edit.at(), edit.at() + edit.without(), edit.insert());
        }
        return out.toString();
    }
}
