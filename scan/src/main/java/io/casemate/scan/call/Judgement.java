package io.casemate.scan.call;

/**
 * What a call or an import means for who loads the file.
 *
 * @param level how bad it is
 * @param rule the rule of {@code knowledge/scanners/code.yaml} that says so, "code/dangerous-call"; "" where it is safe
 * @param message one sentence without a full stop: "calls os.system('id'), which runs a command"; "" where it is safe
 */
public record Judgement(Level level, String rule, String message) {
    /** How bad, in order. */
    public enum Level {
        /** On an allow-list, and its arguments keep the list's rule. */
        SAFE,
        /** On no list. Not known to be safe is not safe. */
        UNKNOWN,
        /** No serialiser makes it, and it gives a foothold. */
        SUSPICIOUS,
        /** It runs commands or code, reaches files or the network, or tampers with a scanner. */
        MALICIOUS
    }

    public static final Judgement SAFE = new Judgement(Level.SAFE, "", "");

    public boolean safe() {
        return level == Level.SAFE;
    }

    /** Whether this is at least as bad as that. */
    public boolean atLeast(Level other) {
        return level.compareTo(other) >= 0;
    }
}
