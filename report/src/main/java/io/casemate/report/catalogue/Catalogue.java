package io.casemate.report.catalogue;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.report.document.Block;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.html.HtmlCatalogue;
import io.casemate.report.markdown.MarkdownDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the whole catalogue. The same knowledge gives the same files. */
public final class Catalogue {
    private static final Pattern LINK = Pattern.compile("]\\(#([A-Za-z0-9.:-]+)\\)");
    private static final String INDEX = "README.md";

    private Catalogue() {}

    /** Texts of files by their names: one page of Markdown for each shelf, an index, and {@code index.html}. */
    public static Map<String, String> files(Knowledge knowledge) {
        List<Shelf> shelves = new ArrayList<>(ThreatShelves.of(knowledge));
        shelves.add(MitigationShelf.of(knowledge));
        shelves.add(FactShelf.of(knowledge));
        shelves.add(ListShelf.of(knowledge));
        shelves.add(PlaybookShelf.of(knowledge));
        Map<String, String> owners = new HashMap<>();
        for (Shelf shelf : shelves) {
            for (Shelf.Entry entry : shelf.entries()) {
                if (owners.put(entry.anchor(), shelf.file() + ".md") != null) {
                    throw new IllegalStateException("two entries have the anchor " + entry.anchor());
                }
            }
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put(INDEX, index(shelves));
        shelves.forEach(s -> files.put(s.file() + ".md", linked(page(s), s.file() + ".md", owners)));
        files.put("index.html", HtmlCatalogue.of(shelves));
        return files;
    }

    private static String index(List<Shelf> shelves) {
        var document = new Document.Builder();
        document.paragraph(
                "What Casemate knows of threats to ML systems and of what lowers them, written from the folder"
                        + " knowledge. Do not edit these pages: edit the entry, then write them again.");
        document.paragraph(Line.EMPTY.code("./casemate knowledge export docs/catalogue"));
        document.paragraph(
                Line.of(
                        "All of it on one page, to search without a network, is index.html, which the export writes beside these."));
        document.table(
                "Pages",
                List.of("Page", "Entries", "Holds"),
                shelves.stream().map(Catalogue::row).toList());
        return MarkdownDocument.of(document.build("The catalogue", ""));
    }

    private static List<Cell> row(Shelf shelf) {
        return List.of(
                Cell.of(Line.EMPTY.link(shelf.title(), shelf.file() + ".md")),
                Cell.of(Integer.toString(shelf.entries().size())),
                Cell.of(shelf.note()));
    }

    private static String page(Shelf shelf) {
        var document = new Document.Builder();
        document.paragraph(shelf.note());
        document.paragraph(Line.EMPTY.link("All pages", INDEX));
        List<Block> blocks = new ArrayList<>(document.build("", "").blocks());
        for (Shelf.Entry entry : shelf.entries()) {
            blocks.add(new Block.Heading(2, entry.anchor(), entry.title()));
            blocks.add(new Block.Paragraph(Line.EMPTY.code(entry.id())));
            blocks.addAll(entry.blocks());
        }
        return MarkdownDocument.of(new Document(shelf.title(), "", blocks));
    }

    /** Links to entries of other pages name the page. */
    private static String linked(String text, String here, Map<String, String> owners) {
        return LINK.matcher(text).replaceAll(m -> {
            String owner = owners.getOrDefault(m.group(1), here);
            return "](%s#%s)".formatted(owner.equals(here) ? "" : owner, m.group(1));
        });
    }
}
