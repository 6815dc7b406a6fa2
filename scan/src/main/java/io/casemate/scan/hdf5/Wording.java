package io.casemate.scan.hdf5;

/** Names that the file chose, as they may be shown. */
final class Wording {
    private static final int SHOWN_MAX = 60;

    private Wording() {}

    /** A name without control characters and not too long for a message. */
    static String shown(String name) {
        String cut = name.length() > SHOWN_MAX ? name.substring(0, SHOWN_MAX) + "..." : name;
        var text = new StringBuilder();
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            text.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c);
        }
        return text.toString();
    }
}
