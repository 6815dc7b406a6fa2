package io.casemate.report.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Walks and changes of a tree of elements. Lists are copies: the tree may change while they are gone through. */
final class Nodes {
    private Nodes() {}

    static List<Element> all(Document tree, String name) {
        return list(tree.getElementsByTagName(name));
    }

    static List<Element> all(Element above, String name) {
        return list(above.getElementsByTagName(name));
    }

    static boolean hasClass(Element element, String name) {
        return hasClass(element, Set.of(name));
    }

    static boolean hasClass(Element element, Set<String> names) {
        return Arrays.stream(element.getAttribute("class").split(" ", -1)).anyMatch(names::contains);
    }

    static void drop(Element element) {
        Node above = element.getParentNode();
        if (above != null) {
            above.removeChild(element);
        }
    }

    /** Another element in its place with the same attributes and children, and one class more. */
    static Element rename(Element element, String name, String more) {
        Element other = element.getOwnerDocument().createElement(name);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            other.setAttribute(attribute.getNodeName(), attribute.getNodeValue());
        }
        other.setAttribute("class", (element.getAttribute("class") + " " + more).strip());
        moveChildren(element, other);
        element.getParentNode().replaceChild(other, element);
        return other;
    }

    /** Puts all children into one new {@code div}. */
    static void wrap(Element element, String kind) {
        Element box = element.getOwnerDocument().createElement("div");
        box.setAttribute("class", kind);
        moveChildren(element, box);
        element.appendChild(box);
    }

    private static void moveChildren(Element from, Element to) {
        while (from.getFirstChild() != null) {
            to.appendChild(from.getFirstChild());
        }
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> list = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            list.add((Element) nodes.item(i));
        }
        return list;
    }
}
