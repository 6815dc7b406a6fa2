package io.casemate.report.wording;

import java.util.List;
import java.util.Locale;

/** Names as people read them. */
public final class Words {
    private Words() {}

    /** {@code in-progress} as {@code in progress}; known short forms stay capitals. */
    public static String plain(String id) {
        String words = id.replace('-', ' ');
        return switch (words) {
            case "model ip" -> "model IP";
            case "llm" -> "LLM";
            case "llm application" -> "LLM application";
            default -> words;
        };
    }

    /** {@link #plain} with a capital at its beginning. */
    public static String title(String id) {
        return capital(plain(id));
    }

    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** A title inside a sentence: its first letter small unless the word is an abbreviation. */
    public static String inside(String title) {
        boolean shout = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return title.isEmpty() || shout ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** {@code a, b and c}. */
    public static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /** The first few, and how many more: {@code a, b and 3 more}. */
    public static String some(List<String> words, int most) {
        if (words.size() <= most) {
            return list(words);
        }
        return "%s and %d more".formatted(String.join(", ", words.subList(0, most)), words.size() - most);
    }
}
