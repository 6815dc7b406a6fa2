package io.casemate.scan.xmlmodel;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document type makes a parser do: read files, fetch addresses, or grow one text into billions. */
final class Doctype {
    private static final Pattern OUTSIDE = Pattern.compile(
            "<!ENTITY\\s+(?:%\\s+)?\\S+\\s+(?:SYSTEM|PUBLIC\\s+(?:\"[^\"]*\"|'[^']*'))\\s*(\"[^\"]*\"|'[^']*')",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NESTED = Pattern.compile(
            "<!ENTITY\\s+(?:%\\s+)?\\S+\\s+(?:\"[^\"]*[&%]\\w[^\"]*\"|'[^']*[&%]\\w[^']*')", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile(
            "^<!DOCTYPE\\s+[^\\s\\[>]+\\s+(?:SYSTEM|PUBLIC\\s+(?:\"[^\"]*\"|'[^']*'))\\s*(\"[^\"]*\"|'[^']*')",
            Pattern.CASE_INSENSITIVE);
    /** Types that honest files name, and that parsers know or ignore. */
    private static final Pattern WELL_KNOWN = Pattern.compile(
            ".(?:https?://(?:www\\.)?(?:w3\\.org|apple\\.com|dmg\\.org|oasis-open\\.org|openoffice\\.org)/[\\w./-]+\\.dtd|about:legacy-compat|[\\w-]+\\.dtd).",
            Pattern.CASE_INSENSITIVE);

    private Doctype() {}

    static void tell(String type, long offset, Inspection inspection) {
        Matcher outside = OUTSIDE.matcher(type);
        if (outside.find()) {
            inspection.found(
                    "xmlmodel/external-entity",
                    offset,
                    "an entity makes the parser read %s".formatted(Snippet.quoted(unquoted(outside.group(1)))));
        } else if (NESTED.matcher(type).find()) {
            inspection.found("xmlmodel/entity-expansion", offset, "entities are made of other entities");
        }
        Matcher named = TYPE.matcher(type);
        if (named.find() && !WELL_KNOWN.matcher(named.group(1)).matches()) {
            inspection.found(
                    "xmlmodel/external-type",
                    offset,
                    "the document type makes the parser fetch %s".formatted(Snippet.quoted(unquoted(named.group(1)))));
        }
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }
}
