package io.casemate.report.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The sections of a page, for the list of contents and for the bookmarks.
 *
 * @param listed those that the page's navigation names
 */
record Contents(List<Entry> listed) {
    /** Below so many entries a list of contents says nothing. */
    private static final int LISTED_MIN = 4;

    /** A place with its name. */
    private record Entry(String to, String name) {}

    static Contents of(Document tree) {
        List<Entry> listed = new ArrayList<>();
        for (Element nav : Nodes.all(tree, "nav")) {
            for (Element link : Nodes.all(nav, "a")) {
                Nodes.all(link, "b").forEach(Nodes::drop); // how many there are
                listed.add(new Entry(link.getAttribute("href"), words(link)));
            }
        }
        return new Contents(List.copyOf(listed));
    }

    void insert(Document tree) {
        bookmarks(tree);
        List<Element> titles = Nodes.all(tree, "h1");
        if (listed.size() < LISTED_MIN || titles.isEmpty()) {
            return;
        }
        Element list = table(tree);
        Element title = titles.getFirst();
        Element first = (Element) title.getParentNode();
        if (first.getTagName().equals("section")) {
            first.appendChild(list);
        } else {
            first.insertBefore(list, title.getNextSibling());
        }
    }

    /** Two entries a row: where each leads, and on which sheet that is. */
    private Element table(Document tree) {
        Element table = tree.createElement("table");
        table.setAttribute("class", "contents");
        int half = (listed.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            Element row = tree.createElement("tr");
            cells(row, listed.get(i));
            if (i + half < listed.size()) {
                cells(row, listed.get(i + half));
            }
            table.appendChild(row);
        }
        return table;
    }

    private static void cells(Element row, Entry entry) {
        for (String kind : List.of("name", "sheet")) {
            Element cell = row.getOwnerDocument().createElement("td");
            cell.setAttribute("class", kind);
            Element link = row.getOwnerDocument().createElement("a");
            link.setAttribute("href", entry.to());
            link.setTextContent(kind.equals("name") ? entry.name() : "");
            cell.appendChild(link);
            row.appendChild(cell);
        }
    }

    /** Titles of the second level, and below the last of them those of scenarios, which are too many for one level. */
    private static void bookmarks(Document tree) {
        Element bookmarks = tree.createElement("bookmarks");
        Element last = bookmarks;
        Set<String> seen = new HashSet<>();
        for (Element heading : Nodes.all(tree, "*")) {
            if (!heading.getTagName().matches("h[123]")) {
                continue;
            }
            String id = id(heading);
            if (id.isEmpty() || !seen.add(id)) {
                continue;
            }
            Element mark = tree.createElement("bookmark");
            mark.setAttribute("name", words(heading));
            mark.setAttribute("href", "#" + id);
            if (inside(heading, "article")) {
                last.appendChild(mark);
            } else {
                bookmarks.appendChild(mark);
            }
            if (heading.getTagName().equals("h2") && !inside(heading, "article")) {
                last = mark;
            }
        }
        Nodes.all(tree, "head").getFirst().appendChild(bookmarks);
    }

    /** The heading's own id, or that of the article that it opens. */
    private static String id(Element heading) {
        if (heading.hasAttribute("id")) {
            return heading.getAttribute("id");
        }
        boolean opens = heading.getTagName().equals("h2") && inside(heading, "article");
        for (Element above = heading; opens && above.getParentNode() instanceof Element next; above = next) {
            if (next.getTagName().equals("article")) {
                return next.getAttribute("id");
            }
        }
        return "";
    }

    private static boolean inside(Element element, String name) {
        for (Element above = element; above.getParentNode() instanceof Element next; above = next) {
            if (next.getTagName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String words(Element element) {
        return element.getTextContent().replaceAll("\\s+", " ").strip();
    }
}
