package io.casemate.core.compliance;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Link;
import io.casemate.core.model.Named;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What shows the requirements of one published list.
 *
 * @param rows by id of the requirement, in the order of the file
 */
public record Mapping(Framework framework, Map<String, Row> rows) {
    /** What the ledger and the model may be asked for. */
    private static final Map<Proof.Sort, Set<String>> KNOWN = Map.of(
            Proof.Sort.LEDGER, Set.of("attack", "test", "watch", "any"),
            Proof.Sort.MODEL, ModelContent.KEYS,
            Proof.Sort.ASSESSMENT, Set.of(""),
            Proof.Sort.REVIEW, Set.of(""));

    /**
     * One requirement.
     *
     * @param proofs all of them show it together; none where only people can
     * @param people why only people can show it; empty where something else does
     */
    public record Row(String id, List<Proof> proofs, String people) {
        public Row {
            proofs = List.copyOf(proofs);
        }
    }

    public Mapping {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /**
     * All of them, by the id of the framework.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with them
     */
    public static Map<String, Mapping> all(Knowledge knowledge) {
        Map<String, Framework> frameworks = knowledge.frameworks();
        List<Problem> problems = new ArrayList<>();
        Map<String, Mapping> all = knowledge.files().each("compliance", problems, (id, top) -> {
            Optional<Framework> framework = Optional.ofNullable(frameworks.get(id));
            if (framework.isEmpty()) {
                top.report("is named after no list", "name it after a file of frameworks/");
            }
            return framework.map(f -> new Mapping(f, rows(top, f, knowledge)));
        });
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return all;
    }

    private static Map<String, Row> rows(YamlCursor top, Framework framework, Knowledge knowledge) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (YamlCursor item :
                top.at("requirements").required("list the requirements").items()) {
            YamlCursor at = item.at("requirement").required("write id and name");
            Optional<Link> link = Link.in(framework.id(), at.text(""));
            link.ifPresent(l -> l.check(at, Map.of(framework.id(), framework)));
            if (link.filter(l -> l.name().isEmpty()).isPresent()) {
                at.report("has no name", "write id and name");
            }
            List<Proof> proofs = new ArrayList<>();
            item.at("shown-by").items().forEach(p -> proof(p, knowledge).ifPresent(proofs::add));
            String people = item.at("people").text("");
            if (people.isEmpty() == proofs.isEmpty()) {
                item.report("needs one of shown-by and people", "say what shows it, or why only people can");
            }
            item.noOtherKeys();
            String id = link.map(l -> l.reference().id()).orElse("");
            if (rows.put(id, new Row(id, proofs, people)) != null) {
                item.report("repeats '%s'".formatted(id), "keep one");
            }
        }
        top.noOtherKeys();
        return rows;
    }

    private static Optional<Proof> proof(YamlCursor at, Knowledge knowledge) {
        String[] words = at.text("").split(":", 2);
        Optional<Proof.Sort> sort = Named.find(Proof.Sort.class, words[0]);
        String of = words.length == 1 ? "" : words[1];
        Set<String> known = sort.map(s -> switch (s) {
                    case FACT -> knowledge.facts().keySet();
                    case QUESTIONNAIRE -> knowledge.frameworks().keySet();
                    case LEDGER, MODEL, ASSESSMENT, REVIEW -> KNOWN.getOrDefault(s, Set.of());
                })
                .orElse(Set.of());
        if (!known.contains(of)) {
            at.invalid(
                    "shows nothing", "write fact:, ledger:, model:, questionnaire: and an id, assessment, or review");
            return Optional.empty();
        }
        return sort.map(s -> new Proof(s, of));
    }
}
