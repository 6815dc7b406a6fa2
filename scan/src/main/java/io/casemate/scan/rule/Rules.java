package io.casemate.scan.rule;

import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of all scanners, a file of {@code knowledge/scanners} each. A file is read when one of its rules is asked for:
 * clean files, which are nearly all, cost none.
 */
public final class Rules {
    private static final String FOLDER = "scanners";

    private final KnowledgeFiles files;
    private final Map<String, Map<String, Rule>> byScanner = new ConcurrentHashMap<>();

    private Rules(KnowledgeFiles files) {
        this.files = files;
    }

    /** The rules that came with this program. */
    public static Rules builtIn() {
        return new Rules(KnowledgeFiles.builtIn());
    }

    /**
     * The rule of that id.
     *
     * @throws IllegalArgumentException where there is none: a scanner tells only rules that are written down
     */
    public Rule of(String id) {
        int slash = id.indexOf('/');
        String scanner = slash < 0 ? id : id.substring(0, slash);
        Rule rule = byScanner.computeIfAbsent(scanner, this::read).get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no rule '%s' in knowledge/%s/%s.yaml".formatted(id, FOLDER, scanner));
        }
        return rule;
    }

    /** All rules, sorted by the name of their file. */
    public List<Rule> all() {
        List<Rule> all = new ArrayList<>();
        for (String file : files.in(FOLDER)) {
            String scanner = file.substring(FOLDER.length() + 1, file.length() - ".yaml".length());
            all.addAll(byScanner.computeIfAbsent(scanner, this::read).values());
        }
        return all;
    }

    private Map<String, Rule> read(String scanner) {
        String name = FOLDER + "/" + scanner + ".yaml";
        Map<String, Rule> rules = new LinkedHashMap<>();
        Optional<byte[]> bytes = files.read(name);
        if (bytes.isEmpty()) {
            return rules;
        }
        YamlProblems problems = YamlProblems.of(files.label(name));
        YamlReader.read(bytes.get(), YamlLimits.DEFAULT, problems).ifPresent(top -> {
            top.at("title").required("say what the scanner reads").text();
            top.at("reads").texts();
            for (YamlCursor item : top.at("rules").items()) {
                rule(scanner, item).ifPresent(rule -> rules.put(rule.id(), rule));
            }
            top.noOtherKeys();
        });
        problems.throwIfAny();
        return rules;
    }

    private static Optional<Rule> rule(String scanner, YamlCursor at) {
        Optional<String> id = at.at("id").required("name the rule").text();
        String title = at.at("title").required("name what it finds").text("");
        Optional<Verdict> verdict =
                at.at("verdict").required("say what it makes of a file").oneOf(Verdict.values(), Verdict::id);
        Optional<Severity> severity =
                at.at("severity").required("say how much it matters").oneOf(Severity.values(), Severity::id);
        String explanation = at.at("explanation").required("say why it matters").text("");
        String remedy = at.at("remedy").required("say what to do").text("");
        List<String> references = at.at("references").texts();
        List<String> threats = at.at("threats").texts();
        double decibans = at.at("decibans").number().orElse(0);
        boolean incident = at.at("incident").truth().orElse(false);
        at.noOtherKeys();
        if (id.isEmpty() || verdict.isEmpty() || severity.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                scanner + "/" + id.get(),
                title,
                verdict.get(),
                severity.get(),
                explanation.strip(),
                remedy.strip(),
                references,
                threats,
                decibans,
                incident));
    }
}
