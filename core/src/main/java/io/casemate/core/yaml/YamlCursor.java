package io.casemate.core.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A place in a document, there or not, from which values are asked. Absent is absent; of the wrong form is a problem and
 * then absent: so a reader goes on and all problems are found at once.
 */
public sealed interface YamlCursor permits NodeCursor {
    /** What stands at a place. */
    enum Form {
        NOTHING,
        TEXT,
        LIST,
        MAPPING;

        String words() {
            return switch (this) {
                case NOTHING -> "nothing";
                case TEXT -> "a text";
                case LIST -> "a list";
                case MAPPING -> "a mapping";
            };
        }
    }

    /** The top of a document. */
    static YamlCursor at(Yaml root, YamlProblems problems) {
        return new NodeCursor(root, problems);
    }

    /** Whether something stands here; an empty value is nothing. */
    boolean present();

    /** For a reader of places where several forms are allowed. */
    Form form();

    int line();

    /** Such as {@code flows[3].to}, empty at the top. */
    String path();

    /** The value of a key. Asking makes the key a known one. */
    YamlCursor at(String key);

    /** Reports a problem where nothing stands here. */
    YamlCursor required(String remedy);

    /** The text here; a number or truth value is text as well. */
    Optional<String> text();

    /** The items of the list here; none where it is absent. */
    List<YamlCursor> items();

    /** The values of the mapping here by key, all of which are known; none where it is absent. */
    Map<String, YamlCursor> entries();

    /** Reports every key of the mapping here that nobody asked for. Call it last. */
    void noOtherKeys();

    /** Reports that the text here is none of the known ones: "unknown element 'feature-stor'; did you mean ...?". */
    void unknown(String noun, Collection<String> known);

    /** Reports that a word inside the text here is none of the known ones. */
    void unknownPart(String word, String noun, Collection<String> known);

    /** Reports, at its own line, that a key of the mapping here is none of the known ones. */
    void unknownKey(String key, String noun, Collection<String> known);

    /** Reports a problem of the text here, quoting it: "'Fraud Model' is no id". */
    void invalid(String what, String remedy);

    /** Reports a problem at this place. */
    void report(String what, String remedy);

    default String text(String fallback) {
        return text().orElse(fallback);
    }

    /** The texts of the list here; an item that is no text is a problem. */
    default List<String> texts() {
        return items().stream()
                .map(item -> item.required("write a text or remove the item"))
                .flatMap(item -> item.text().stream())
                .toList();
    }

    /** The constant named here, by its id. The key says in a message what it is: "unknown kind 'modle'". */
    default <E> Optional<E> oneOf(E[] constants, Function<? super E, String> id) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        for (E constant : constants) {
            ids.add(id.apply(constant));
            if (ids.getLast().equals(text.get())) {
                return Optional.of(constant);
            }
        }
        unknown(path().substring(path().lastIndexOf('.') + 1).replaceAll("\\[\\d+]", ""), ids);
        return Optional.empty();
    }

    /** The truth value here: yes or no, true or false; {@code unknown} is absent. */
    default Optional<Boolean> truth() {
        Optional<String> text = text();
        return switch (text.orElse("unknown")) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            case "unknown" -> Optional.empty();
            default -> {
                invalid("is not yes or no", "write yes, no or unknown");
                yield Optional.empty();
            }
        };
    }

    /** The whole number here. */
    default OptionalInt whole(int min, int max) {
        String text = text("");
        if (NodeCursor.WHOLE.matcher(text).matches()) {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return OptionalInt.of(value);
            }
        }
        if (form() == Form.TEXT) {
            invalid("is not a whole number from %d to %d".formatted(min, max), "write one");
        }
        return OptionalInt.empty();
    }

    /** The decimal number here, finite. */
    default OptionalDouble number() {
        String text = text("");
        if (text.length() <= 40 && NodeCursor.NUMBER.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        }
        if (form() == Form.TEXT) {
            invalid("is no number", "write a number such as 1500 or 0.15");
        }
        return OptionalDouble.empty();
    }
}
