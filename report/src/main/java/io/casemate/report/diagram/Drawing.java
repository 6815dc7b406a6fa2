package io.casemate.report.diagram;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One finished picture.
 *
 * @param id unique within a report; the picture's body has the DOM id {@code <id>-body}
 * @param svg a whole {@code <svg>} element; its colours are CSS variables of the page around it
 * @param bounds where each part lies, by its id, in the picture's units
 */
public record Drawing(String id, String title, String svg, double width, double height, Map<String, Box> bounds) {
    public Drawing {
        bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
    }
}
