package io.casemate.report.pdf;

import java.util.List;
import org.w3c.dom.Element;

/** A long list of short items as a table of two columns: columns of the style sheet leave a blank sheet behind. */
final class Pairs {
    private Pairs() {}

    static void replace(Element list) {
        List<Element> items = Nodes.all(list, "li");
        Element table = list.getOwnerDocument().createElement("table");
        table.setAttribute("class", list.getAttribute("class"));
        for (int i = 0; i < items.size(); i += 2) {
            Element row = list.getOwnerDocument().createElement("tr");
            row.appendChild(Nodes.rename(items.get(i), "td", "one"));
            row.appendChild(
                    i + 1 < items.size()
                            ? Nodes.rename(items.get(i + 1), "td", "other")
                            : list.getOwnerDocument().createElement("td"));
            table.appendChild(row);
        }
        list.getParentNode().replaceChild(table, list);
    }
}
