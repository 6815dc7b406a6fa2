package io.casemate.core.json;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON document from bytes that nobody vouches for. Strict (RFC 8259): no comments, no trailing commas, no
 * second value, no name twice in one object. Broken input is an {@link InvalidInputException} naming line and column.
 */
public final class JsonReader {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int SCALE_MAX = 5_000;
    /** Making a factory costs more than reading a line; the program knows a handful of limits. */
    private static final Map<JsonLimits, JsonFactory> FACTORIES = new ConcurrentHashMap<>();

    private final String where;
    private final JsonParser parser;

    private JsonReader(String where, JsonParser parser) {
        this.where = where;
        this.parser = parser;
    }

    /** Reads a file within {@link JsonLimits#DEFAULT}; a file that cannot be read is an {@link UncheckedIOException}. */
    public static Json read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in.readNBytes(JsonLimits.DEFAULT.bytesMax() + 1), JsonLimits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Reads a text within {@link JsonLimits#DEFAULT}. */
    public static Json read(String where, String text) {
        return read(where, text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    }

    /**
     * Reads one document.
     *
     * @param where the name of the source, the beginning of every problem's place
     * @throws InvalidInputException where the bytes are not one JSON value within the limits
     */
    public static Json read(String where, byte[] bytes, JsonLimits limits) {
        if (bytes.length > limits.bytesMax()) {
            throw invalid(where, "is larger than %d bytes".formatted(limits.bytesMax()), "give a smaller document");
        }
        CharBuffer text = decoded(where, bytes);
        try (JsonParser parser = FACTORIES
                .computeIfAbsent(limits, JsonReader::factory)
                .createParser(ObjectReadContext.empty(), text.array(), text.position(), text.remaining())) {
            var reader = new JsonReader(where, parser);
            Json json = reader.value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw reader.invalidHere("has a second value after the first", "keep one value a document");
            }
            return json;
        } catch (JacksonException e) {
            throw invalid(place(where, e.getLocation()), sentence(e.getOriginalMessage()), "correct the JSON there");
        }
    }

    /** JSON is UTF-8 (RFC 8259 section 8.1), decoded strictly; a byte order mark is passed over. */
    private static CharBuffer decoded(String where, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(in);
            return text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK ? text.position(1) : text;
        } catch (CharacterCodingException e) {
            throw invalid(where, "is not UTF-8 at byte %d".formatted(in.position()), "save it as UTF-8");
        }
    }

    private static JsonFactory factory(JsonLimits limits) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depthMax())
                .maxTokenCount(limits.tokensMax())
                .maxStringLength(limits.bytesMax())
                .build();
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES) // no memory of names that others chose
                .build();
    }

    private Json value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> Json.text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> Json.bool(true);
            case VALUE_FALSE -> Json.bool(false);
            case VALUE_NULL -> Json.nothing();
            case null -> throw invalidHere("is empty", "write one JSON value");
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a JSON parser gave %s for a value".formatted(token));
        };
    }

    private JsonObject object() {
        var fields = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = Json.Text.wellFormed(parser.currentName());
            if (fields.containsKey(name)) {
                throw invalidHere("has the name '%s' twice in one object".formatted(name), "remove one of the two");
            }
            fields.put(name, value(parser.nextToken()));
        }
        return new JsonObject(fields);
    }

    /** Exponents are bounded, so that no arithmetic on the number costs more than its text did. */
    private Json.Decimal number() {
        try {
            BigDecimal value = parser.getDecimalValue();
            if (Math.abs((long) value.scale()) <= SCALE_MAX) {
                return new Json.Decimal(value);
            }
        } catch (NumberFormatException beyondInt) {
            // the exponent does not even fit an int: refused like the others
        }
        throw invalidHere("has a number with more than %d places".formatted(SCALE_MAX), "give a number of this world");
    }

    private JsonArray array() {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return new JsonArray(items);
    }

    private InvalidInputException invalidHere(String what, String remedy) {
        return invalid(place(where, parser.currentTokenLocation()), what, remedy);
    }

    private static String place(String where, TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? where
                : "%s:%d:%d".formatted(where, location.getLineNr(), location.getColumnNr());
    }

    private static InvalidInputException invalid(String where, String what, String remedy) {
        return new InvalidInputException(List.of(new Problem(where, what, remedy)));
    }

    /** The parser's message without its later lines, which repeat the place. */
    private static String sentence(String message) {
        return "is not JSON: " + message.lines().findFirst().orElse("");
    }
}
