package io.casemate.core.verdict;

/**
 * What one rule says of one subject.
 *
 * @param subject id of the scenario, part, question or gap; "system" for the whole
 * @param message what is wrong, with the number and its limit; "" where it passes
 * @param remedy what to do about it; "" where nothing
 * @param waiver who lets it be, why and until when; "" where nobody does
 * @param place where the subject is stated, or the waiver
 */
public record Ruling(
        String rule,
        String title,
        String subject,
        Outcome outcome,
        String message,
        String remedy,
        String waiver,
        Place place) {
    /**
     * Where something stands.
     *
     * @param file casemate.yaml, or the policy as the user named it
     * @param line from 1
     */
    public record Place(String file, int line) {}
}
