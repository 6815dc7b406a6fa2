package io.casemate.core.compliance;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.questionnaire.Classification;
import io.casemate.core.knowledge.questionnaire.Questionnaire;
import io.casemate.core.knowledge.questionnaire.QuestionnaireReader;
import io.casemate.core.model.Statement;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.problem.Spelling;
import io.casemate.core.risk.Assessment;
import io.casemate.core.threat.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What satisfies the requirements of one published list, in one system at one moment.
 *
 * @param results one for each requirement, in the order of the list
 */
public record ComplianceView(Framework framework, Assessment assessment, List<Result> results) {
    /**
     * One requirement.
     *
     * @param seen what was found of each proof; none where only people can show it
     * @param words why it does not apply, what people state, or why only people can show it; may be empty
     */
    public record Result(String id, String name, Fulfilment fulfilment, List<Seen> seen, String words) {
        public Result {
            seen = List.copyOf(seen);
        }
    }

    public ComplianceView {
        results = List.copyOf(results);
    }

    /**
     * What satisfies the requirements of a list now.
     *
     * @param digests SHA-256 by artifact path, of the files that lie beside the model
     * @throws InvalidInputException where the list has no requirements, or a statement names none
     */
    public static ComplianceView of(
            Knowledge knowledge, String id, Assessment assessment, EvidenceBook book, Map<String, String> digests) {
        Map<String, Mapping> all = Mapping.all(knowledge);
        Mapping mapping = all.get(id);
        if (mapping == null) {
            String remedy = Spelling.remedy(id, List.copyOf(all.keySet()), "");
            throw new InvalidInputException(List.of(new Problem(
                    "--framework",
                    id.isEmpty() ? "names no list of requirements" : "'%s' has no requirements".formatted(id),
                    remedy)));
        }
        Map<String, Statement> statements = statements(mapping, assessment);
        Map<String, String> unbound = unbound(knowledge, mapping, assessment);
        var search = new Search(knowledge, assessment, book, digests);
        List<Result> results = mapping.rows().values().stream()
                .map(row -> result(mapping, row, search, statements, unbound))
                .toList();
        return new ComplianceView(mapping.framework(), assessment, results);
    }

    public long count(Fulfilment fulfilment) {
        return results.stream().filter(r -> r.fulfilment() == fulfilment).count();
    }

    /** Share of the applicable requirements that fresh evidence meets, 0 to 1; 0 where none applies. */
    public double coverage() {
        long applicable = results.size() - count(Fulfilment.NOT_APPLICABLE);
        return applicable == 0 ? 0 : (double) count(Fulfilment.EVIDENCE) / applicable;
    }

    private static Result result(
            Mapping mapping,
            Mapping.Row row,
            Search search,
            Map<String, Statement> statements,
            Map<String, String> unbound) {
        String name = mapping.framework().name(row.id()).orElse("");
        Optional<Statement> statement = Optional.ofNullable(statements.get(row.id()));
        Optional<String> reason = statement
                .filter(s -> !s.applies())
                .map(Statement::text)
                .or(() -> Optional.ofNullable(unbound.get(row.id())));
        if (reason.isPresent()) {
            return new Result(row.id(), name, Fulfilment.NOT_APPLICABLE, List.of(), reason.get());
        }
        List<Seen> seen = row.proofs().stream().map(search::look).toList();
        Fulfilment least = seen.stream().map(Seen::fulfilment).reduce(Fulfilment.NOT_APPLICABLE, Fulfilment::least);
        Fulfilment found = row.proofs().isEmpty() ? Fulfilment.GAP : least;
        boolean claimed = statement.isPresent() && found == Fulfilment.GAP;
        String words = statement
                .map(ComplianceView::told)
                .orElse(found == Fulfilment.NOT_APPLICABLE ? "no part of the system is concerned" : row.people());
        return new Result(row.id(), name, claimed ? Fulfilment.CLAIM : found, seen, words);
    }

    private static String told(Statement statement) {
        return statement.by().isEmpty() ? statement.text() : "%s (%s)".formatted(statement.text(), statement.by());
    }

    private static Map<String, Statement> statements(Mapping mapping, Assessment assessment) {
        Map<String, Statement> statements = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Statement statement : assessment.topology().model().statements()) {
            Optional<Reference> reference = Framework.reference(statement.requirement());
            boolean here = reference
                    .filter(r -> r.framework().equals(mapping.framework().id()))
                    .isPresent();
            if (reference.isEmpty()
                    || (here && !mapping.rows().containsKey(reference.get().id()))) {
                problems.add(new Problem(
                        "statements",
                        "'%s' is no requirement".formatted(statement.requirement()),
                        "write list and id, such as NIST-AI-RMF GOVERN 3.1"));
            } else if (here) {
                statements.put(reference.get().id(), statement);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return statements;
    }

    /** Requirements that a decided questionnaire of this list does not put on the system, with the reason. */
    private static Map<String, String> unbound(Knowledge knowledge, Mapping mapping, Assessment assessment) {
        Map<String, String> unbound = new LinkedHashMap<>();
        String id = mapping.framework().id();
        Questionnaire questionnaire = QuestionnaireReader.all(knowledge).get(id);
        Map<String, Boolean> answers = assessment.topology().model().answers().getOrDefault(id, Map.of());
        if (questionnaire == null || answers.isEmpty()) {
            return unbound;
        }
        Classification found = questionnaire.tier(answers);
        List<String> binding =
                found.obligations().stream().map(o -> o.article().id()).toList();
        List<String> everywhere = questionnaire.tiers().stream()
                .flatMap(t -> t.obligations().stream())
                .map(o -> o.article().id())
                .toList();
        if (found.decided()) {
            mapping.rows().keySet().stream()
                    .filter(requirement -> everywhere.contains(requirement) && !binding.contains(requirement))
                    .forEach(requirement -> unbound.put(
                            requirement,
                            "the system's tier does not want it: "
                                    + found.tier().title()));
        }
        return unbound;
    }
}
