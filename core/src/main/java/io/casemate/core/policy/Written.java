package io.casemate.core.policy;

/**
 * A text with the place where it was written.
 *
 * @param text empty where nothing was written
 * @param line from 1; that of what is around it where nothing was written
 * @param path such as {@code gate.rules[3].require}
 */
public record Written(String text, int line, String path) {
    public boolean present() {
        return !text.isEmpty();
    }
}
