package io.casemate.report.html;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A template with its style and script, compiled once, when it is first asked for. */
final class Templates {
    private static final List<String> STYLES =
            List.of("colours.css", "base.css", "parts.css", "scenario.css", "diagram.css", "print.css");

    /** The report of an assessment. */
    static final class Report {
        static final Templates TEMPLATE = new Templates("report");

        private Report() {}
    }

    /** A document of plain blocks. */
    static final class Plain {
        static final Templates TEMPLATE = new Templates(
                "document",
                List.of("colours.css", "base.css", "parts.css", "document.css", "chart.css", "tree.css", "print.css"),
                "document.js");

        private Plain() {}
    }

    /** What a board is told; it needs no script. */
    static final class Board {
        static final Templates TEMPLATE =
                new Templates("board", List.of("colours.css", "base.css", "parts.css", "chart.css", "board.css"), "");

        private Board() {}
    }

    /** The catalogue with its search. */
    static final class Catalogue {
        static final Templates TEMPLATE = new Templates(
                "catalogue",
                List.of("colours.css", "base.css", "parts.css", "document.css", "print.css"),
                "document.js");

        private Catalogue() {}
    }

    private final PebbleTemplate template;
    private final String style;
    private final String script;

    /** A page that looks and behaves as the report does. */
    Templates(String name) {
        this(name, STYLES, "report.js");
    }

    private Templates(String name, List<String> styles, String scriptName) {
        var loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("io/casemate/report/html");
        loader.setSuffix(".peb");
        var engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .defaultEscapingStrategy("html")
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .extension(new ReportFilters())
                .build();
        template = engine.getTemplate(name);
        style = styles.stream().map(Templates::read).collect(Collectors.joining("\n"));
        script = scriptName.isEmpty() ? "" : read(scriptName);
    }

    /** Writes what the template shows of a value, which it knows by the given name. */
    void write(String name, Object value, Writer out) throws IOException {
        template.evaluate(out, Map.of(name, value, "style", style, "script", script, "scriptHash", hash(script)));
    }

    /** The only script that the page's policy lets run. */
    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks io/casemate/report/html/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read io/casemate/report/html/" + name, e);
        }
    }
}
