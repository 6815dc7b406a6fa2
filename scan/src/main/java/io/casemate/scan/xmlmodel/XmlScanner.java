package io.casemate.scan.xmlmodel;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads XML of every kind; PMML and OpenVINO by name. */
public final class XmlScanner implements FormatScanner {
    private static final int HEAD = 512;
    private static final int TYPE_MAX = 32 << 10;
    private static final int CONVERTED_MAX = 32 << 20;
    private static final String INCLUDE = "http://www.w3.org/2001/XInclude";
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    /** Encodings whose markup is ASCII. Others hide markup from readers that do not know them. */
    private static final Set<String> PLAIN = Set.of(
            "utf-8",
            "utf8",
            "us-ascii",
            "ascii",
            "gb2312",
            "gbk",
            "gb18030",
            "big5",
            "euc-jp",
            "euc-kr",
            "shift_jis",
            "koi8-r");

    @Override
    public String id() {
        return "xmlmodel";
    }

    @Override
    public Recognition recognises(Content content) {
        if (!content.mayBeText()) {
            return Recognition.NO;
        }
        String head = head(content).stripLeading();
        if (head.startsWith("<?xml")
                || (head.startsWith("<!DOCTYPE")
                        && !head.toLowerCase(Locale.ROOT).startsWith("<!doctype html"))) {
            return Recognition.CERTAIN;
        }
        boolean known = Set.of("<PMML", "<net ", "<svg ", "<plist").stream().anyMatch(head::startsWith);
        return known
                ? Recognition.CERTAIN
                : head.matches("(?s)<[A-Za-z][\\w:.-]*[\\s/>].*") ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        Optional<Charset> wide = wide(content);
        if (wide.isPresent()) {
            if (content.size() > CONVERTED_MAX) {
                inspection.accept();
                inspection.gap(0, "XML of more than 32 MB in UTF-16 was not read");
                return;
            }
            inspection.spend(content.size() * 2);
            byte[] narrow = content.text(0, (int) content.size(), wide.get()).getBytes(StandardCharsets.UTF_8);
            read(new Content(content.name(), Content.of("", narrow).bytes(), content.family()), true, inspection);
            inspection.read(0, content.size());
        } else {
            read(content, false, inspection);
        }
    }

    private static void read(Content content, boolean converted, Inspection inspection) {
        String head = head(content);
        boolean certain = head.contains("<?xml") || head.contains("<!DOCTYPE");
        if (certain) {
            inspection.accept();
        }
        long from = content.has(0, (byte) 0xef, (byte) 0xbb, (byte) 0xbf) ? 3 : 0;
        var xml = new XmlTokens(content, from, inspection);
        Optional<OpenVino> layers = Optional.empty();
        boolean begun = false;
        String script = "xmlmodel/script";
        for (var token = xml.next(); token != XmlTokens.Token.END_OF_DOCUMENT; token = xml.next()) {
            switch (token) {
                case START -> {
                    if (!begun) {
                        begun = true;
                        root(xml, inspection);
                        script = xml.localName().equals("svg") ? "xmlmodel/drawing-script" : script;
                        layers = xml.name().equals("net") ? Optional.of(new OpenVino(content, inspection)) : layers;
                    }
                    element(xml, script, inspection);
                    layers.ifPresent(l -> l.element(xml));
                }
                case TEXT -> text(xml.text(), xml.offset(), inspection);
                case INSTRUCTION -> instruction(xml, converted, inspection);
                case DOCTYPE -> type(xml.text(), xml.offset(), inspection);
                case END, END_OF_DOCUMENT -> {}
            }
        }
        if (begun) {
            inspection.accept();
            inspection.read(0, content.size());
        } else {
            inspection.reject();
        }
    }

    private static void type(String type, long offset, Inspection inspection) {
        if (type.length() > TYPE_MAX) {
            inspection.gap(offset, "a document type of more than 32 KB was not read to its end");
        }
        Doctype.tell(type.substring(0, Math.min(type.length(), TYPE_MAX)), offset, inspection);
    }

    /** Of a root that nobody knows it is sure only at the end: much text begins with a tag. */
    private static void root(XmlTokens xml, Inspection inspection) {
        String format = switch (xml.localName()) {
            case "PMML" -> "PMML";
            case "net" -> "OpenVINO";
            case "svg" -> "SVG";
            default -> "XML";
        };
        if (!format.equals("XML")) {
            inspection.accept();
        }
        inspection.fact("format", format);
        String version = xml.attributes().getOrDefault("version", "");
        if (!version.isEmpty() && version.length() < 20) {
            inspection.fact("version", version);
        }
    }

    /** @param rule what a script is here: pages have them, drawings do not */
    private static void element(XmlTokens xml, String rule, Inspection inspection) {
        boolean drawn = xml.localName().equalsIgnoreCase("script");
        for (Map.Entry<String, String> attribute : xml.attributes().entrySet()) {
            if (attribute.getValue().equals(INCLUDE)) {
                inspection.found(
                        "xmlmodel/inclusion", xml.offset(), "the document includes others, which a parser fetches");
            }
            drawn |= attribute.getKey().toLowerCase(Locale.ROOT).matches("on[a-z]+")
                    || attribute.getValue().strip().regionMatches(true, 0, "javascript:", 0, 11);
            text(attribute.getValue(), xml.offset(), inspection);
        }
        if (drawn) {
            inspection.found(rule, xml.offset(), "an element holds a script");
        }
    }

    private static void text(String text, long offset, Inspection inspection) {
        Snippet.codeIn(text)
                .ifPresent(code -> inspection.found(
                        "xmlmodel/code", offset, "the document holds code: %s".formatted(Snippet.quoted(code))));
    }

    private static void instruction(XmlTokens xml, boolean converted, Inspection inspection) {
        Matcher encoding = ENCODING.matcher(xml.text());
        if (xml.text().startsWith("xml ") && encoding.find() && !converted) {
            String name = encoding.group(1).toLowerCase(Locale.ROOT);
            if (!PLAIN.contains(name) && !name.matches("iso-8859-\\d+|latin-?1|windows-125\\d|cp125\\d")) {
                inspection.found(
                        "xmlmodel/odd-encoding",
                        xml.offset(),
                        "the document is in %s, which hides markup".formatted(Snippet.quoted(name)));
            }
        }
    }

    private static String head(Content content) {
        int length = (int) Math.min(HEAD, content.size());
        String head = content.text(0, length, wide(content).orElse(StandardCharsets.ISO_8859_1));
        return head.startsWith("\u00ef\u00bb\u00bf")
                ? head.substring(3)
                : head.startsWith("\ufeff") ? head.substring(1) : head;
    }

    private static Optional<Charset> wide(Content content) {
        if (content.has(0, (byte) 0xff, (byte) 0xfe) || content.has(0, "<\0?\0") || content.has(0, "<\0!\0")) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        boolean big = content.has(0, (byte) 0xfe, (byte) 0xff) || content.has(0, "\0<\0?") || content.has(0, "\0<\0!");
        return big ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }
}
