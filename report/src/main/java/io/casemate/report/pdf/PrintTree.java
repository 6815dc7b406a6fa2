package io.casemate.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page of HTML made ready for paper: what only a screen needs taken out, diagrams made whole, contents and bookmarks put in. */
final class PrintTree {
    private static final Pattern SCRIPTS = Pattern.compile("(?s)<(script|style)\\b[^>]*>.*?</\\1>");
    private static final Pattern DOCTYPE = Pattern.compile("(?i)\\A\\s*<!doctype html>");
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** Classes of what is of no use on paper. */
    private static final Set<String> SCREEN_ONLY = Set.of("skip", "js-only", "steps", "bar", "switch", "more", "minor");

    private PrintTree() {}

    static Document of(String html, Density density) {
        Document tree = parse(html);
        Contents contents = Contents.of(tree);
        Nodes.all(tree, "*").stream().filter(PrintTree::screenOnly).toList().forEach(Nodes::drop);
        Nodes.all(tree, "details").forEach(d -> Nodes.rename(d, "div", "details"));
        Nodes.all(tree, "summary").forEach(s -> Nodes.rename(s, "p", "summary"));
        Nodes.all(tree, "td").stream().filter(t -> Nodes.hasClass(t, "fall")).forEach(t -> Nodes.wrap(t, "falling"));
        Nodes.all(tree, "ul").stream()
                .filter(l -> Nodes.hasClass(l, "cover") && !Nodes.all(l, "li").isEmpty())
                .forEach(Pairs::replace);
        Figures.prepare(tree);
        contents.insert(tree);
        head(tree, density);
        return tree;
    }

    private static boolean screenOnly(Element element) {
        return Nodes.hasClass(element, SCREEN_ONLY)
                || Nodes.hasClass(element, "side")
                || element.hasAttribute("hidden")
                || Set.of("button", "select", "input", "script").contains(element.getTagName());
    }

    private static void head(Document tree, Density density) {
        Element head = Nodes.all(tree, "head").getFirst();
        Nodes.all(tree, "meta").stream()
                .filter(m -> !m.getAttribute("name").equals("description"))
                .toList()
                .forEach(Nodes::drop);
        String title = Nodes.all(tree, "title").getFirst().getTextContent();
        if (Nodes.all(tree, "meta").isEmpty()) {
            Element description = tree.createElement("meta");
            description.setAttribute("name", "description");
            description.setAttribute("content", title);
            head.appendChild(description);
        }
        Element style = tree.createElement("style");
        Text css = tree.createTextNode("%s\nbody { font-size: %s; line-height: %s; }"
                .formatted(
                        density.scaled(styles(tree)).replace("\"TITLE\"", quoted(title)),
                        String.format(Locale.ROOT, "%.1fpt", density.points()),
                        String.format(Locale.ROOT, "%.2f", density.leading())));
        style.appendChild(css);
        head.appendChild(style);
    }

    /** What all documents share, and what only the two sheets for a board have. */
    private static String styles(Document tree) {
        boolean board = Nodes.hasClass(Nodes.all(tree, "body").getFirst(), "board");
        return board ? resource("print.css") + resource("board.css") : resource("print.css");
    }

    /** A text as a string of a style sheet; CSS 2.1, 4.3.7. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
    }

    private static Document parse(String html) {
        String page = NOT_XML.matcher(html).replaceAll(" ");
        page = SCRIPTS.matcher(page).replaceAll("");
        page = DOCTYPE.matcher(page).replaceFirst("");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("the page is no well-formed HTML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the Java platform has no secure XML parser", e);
        }
    }

    static String resource(String name) {
        try (InputStream in = PrintTree.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks io/casemate/report/pdf/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read io/casemate/report/pdf/" + name, e);
        }
    }
}
