package io.casemate.report.diagram;

/** SVG as text. All that comes from a model passes through the escaping here. */
public final class SvgText {
    private final StringBuilder out = new StringBuilder();
    private boolean inTag;

    /** At most one decimal, so that the bytes do not depend on the last digits of a sum. */
    public static String number(double value) {
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : whole + "." + Math.abs(tenths) % 10;
    }

    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c < 0x20 || Character.getType(c) == Character.SURROGATE ? ' ' : c);
            }
        });
        return safe.toString();
    }

    public SvgText open(String name) {
        in();
        out.append('<').append(name);
        inTag = true;
        return this;
    }

    public SvgText attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
        return this;
    }

    public SvgText attribute(String name, double value) {
        return attribute(name, number(value));
    }

    /** Ends the start tag, if one is open. */
    public SvgText in() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
        return this;
    }

    public SvgText text(String text) {
        in();
        out.append(escape(text));
        return this;
    }

    public SvgText close(String name) {
        in();
        out.append("</").append(name).append('>');
        if (name.equals("g")) {
            out.append('\n');
        }
        return this;
    }

    public void rect(Box box, double radius) {
        rect("shape", box, radius);
    }

    public void rect(String kind, Box box, double radius) {
        open("rect").attribute("class", kind).attribute("x", box.x()).attribute("y", box.y());
        attribute("width", box.width()).attribute("height", box.height()).attribute("rx", radius);
        end();
    }

    public void circle(String kind, double x, double y, double radius) {
        open("circle")
                .attribute("class", kind)
                .attribute("cx", x)
                .attribute("cy", y)
                .attribute("r", radius);
        end();
    }

    public void path(String kind, String d) {
        open("path").attribute("class", kind).attribute("d", d);
        end();
    }

    public void label(String kind, double x, double y, String text) {
        open("text").attribute("class", kind).attribute("x", x).attribute("y", y);
        text(text);
        close("text");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void end() {
        out.append("/>");
        inTag = false;
    }
}
