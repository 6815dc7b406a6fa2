package io.casemate.scan.rule;

import java.util.List;

/**
 * What a kind of finding means.
 *
 * @param id "code/dangerous-call"
 * @param verdict what one finding makes of a file; clean where it is only worth telling
 * @param references published ids as written in the knowledge base: "CWE CWE-502"
 * @param threats ids of the threats it is evidence for
 * @param decibans weight of that evidence, 10 x log10 of its likelihood ratio
 * @param incident whether the finding is no likelihood: the thing has happened
 */
public record Rule(
        String id,
        String title,
        Verdict verdict,
        Severity severity,
        String explanation,
        String remedy,
        List<String> references,
        List<String> threats,
        double decibans,
        boolean incident) {
    public Rule {
        references = List.copyOf(references);
        threats = List.copyOf(threats);
    }
}
