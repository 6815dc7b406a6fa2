package io.casemate.report.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Diagrams for a renderer that draws each of them alone and knows neither the page's style sheet nor its other drawings: what
 * one borrows from another is copied into it, its colours are written into it, and it is scaled to the sheet it will lie on.
 */
final class Figures {
    private static final String SVG = "http://www.w3.org/2000/svg";

    /** Pixels, 96 an inch, that a figure may fill on an upright sheet, on a sheet on its side, and between the text. */
    private static final Room UPRIGHT = new Room(660, 850);

    private static final Room ASIDE = new Room(1010, 530);
    private static final Room INLINE = new Room(660, 235);

    /** The same with a heading and a paragraph above the figure. */
    private static final Room BELOW_ITS_TITLE = new Room(660, 740);

    private static final Room ASIDE_BELOW_ITS_TITLE = new Room(1010, 440);

    /** Below this scale the words of a diagram can no longer be read between the text. */
    private static final double READABLE = 0.8;

    private record Room(double width, double height) {
        double scale(double w, double h) {
            return Math.min(1, Math.min(width / w, height / h));
        }
    }

    private Figures() {}

    static void prepare(Document tree) {
        List<Element> all = Nodes.all(tree, "svg");
        Map<String, Element> parts = new HashMap<>();
        Nodes.all(tree, "*").stream()
                .filter(e -> e.hasAttribute("id") && SVG.equals(e.getNamespaceURI()))
                .forEach(e -> parts.put("#" + e.getAttribute("id"), e));
        String style = PrintTree.resource("figure.css");
        all.forEach(svg -> borrow(svg, parts));
        all.forEach(svg -> finish(tree, svg, style));
    }

    /** Copies what is used from elsewhere; what is not there is left out. */
    private static void borrow(Element svg, Map<String, Element> parts) {
        for (Element use : Nodes.all(svg, "use")) {
            Element group = svg.getOwnerDocument().createElementNS(SVG, "g");
            group.setAttribute("class", use.getAttribute("class"));
            Element part = parts.get(use.getAttribute("href"));
            if (part != null) {
                group.appendChild(part.cloneNode(true));
            }
            Node above = use.getParentNode();
            above.replaceChild(group, use);
        }
    }

    private static void finish(Document tree, Element svg, String style) {
        svg.setAttribute("alt", alternative(svg));
        Element css = tree.createElementNS(SVG, "style");
        css.setAttribute("type", "text/css");
        css.setTextContent(style);
        svg.insertBefore(css, svg.getFirstChild());
        if (svg.getParentNode() instanceof Element above && Nodes.hasClass(above, "crop")) {
            svg.setAttribute("class", svg.getAttribute("class") + " " + above.getAttribute("class"));
        }
        fit(svg);
    }

    private static void fit(Element svg) {
        double width = number(svg.getAttribute("width"));
        double height = number(svg.getAttribute("height"));
        if (!(width > 0 && height > 0)) {
            return;
        }
        Room room = svg.getParentNode() instanceof Element figure ? place(figure, width, height) : INLINE;
        if (!svg.hasAttribute("viewBox")) {
            svg.setAttribute("viewBox", "0 0 %s %s".formatted(svg.getAttribute("width"), svg.getAttribute("height")));
        }
        double scale = room.scale(width, height);
        if (svg.getParentNode() instanceof Element figure && figure.getTagName().equals("figure")) {
            figure.setAttribute("style", "padding-left: " + pixels((room.width() - width * scale) / 2) + "px");
        }
        svg.setAttribute("width", pixels(width * scale));
        svg.setAttribute("height", pixels(height * scale));
    }

    /** Where a figure lies, and how large it may be there. */
    private static Room place(Element figure, double width, double height) {
        if (!Nodes.hasClass(figure, "canvas")) {
            return Nodes.hasClass(figure, "chart") ? BELOW_ITS_TITLE : INLINE;
        }
        boolean titled = Nodes.hasClass(figure, "tree");
        boolean upright = UPRIGHT.scale(width, height) >= ASIDE.scale(width, height);
        if (titled) {
            boolean fits = upright || BELOW_ITS_TITLE.scale(width, height) >= READABLE;
            keepWithTitle(figure, fits ? "together" : "aside");
            return fits ? BELOW_ITS_TITLE : ASIDE_BELOW_ITS_TITLE;
        }
        if (!upright || INLINE.scale(width, height) < READABLE) {
            ownSheet(figure, upright ? "upright" : "aside");
        }
        return upright ? UPRIGHT : ASIDE;
    }

    /** Takes the heading before a figure, and what is said between the two, onto the figure's sheet. */
    private static void keepWithTitle(Element figure, String kind) {
        Element holder = figure.getOwnerDocument().createElement("div");
        holder.setAttribute("class", kind);
        Node first = figure;
        while (!first.getNodeName().matches("h[1-6]")) {
            Node before = first.getPreviousSibling();
            if (before == null || before.getNodeName().matches("figure|table|div|h1")) {
                break;
            }
            first = before;
        }
        figure.getParentNode().insertBefore(holder, first);
        while (!figure.isSameNode(holder.getLastChild())) {
            holder.appendChild(holder.getNextSibling());
        }
    }

    /** The first figure of a section takes the section with it, so that its title does not stay behind on a sheet alone. */
    private static void ownSheet(Element figure, String kind) {
        boolean first = figure.getParentNode() instanceof Element section
                && section.getTagName().equals("section")
                && Nodes.all(section, "figure").getFirst().isSameNode(figure);
        Element holder = first && figure.getParentNode() instanceof Element section ? section : figure;
        holder.setAttribute("class", (holder.getAttribute("class") + " " + kind).strip());
    }

    /** What those hear who do not see it: its title and description, or its label. */
    private static String alternative(Element svg) {
        String told = Nodes.all(svg, "*").stream()
                .filter(e -> svg.isSameNode(e.getParentNode()))
                .filter(e -> e.getTagName().equals("title") || e.getTagName().equals("desc"))
                .map(e -> e.getTextContent().strip())
                .collect(Collectors.joining(". "));
        String text = told.isEmpty() ? svg.getAttribute("aria-label") : told;
        return text.isEmpty() ? "Figure" : text;
    }

    private static double number(String text) {
        return text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") ? Double.parseDouble(text) : 0;
    }

    /** Whole: the renderer rejects a fraction. */
    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%d", Math.max(1, Math.round(value)));
    }
}
