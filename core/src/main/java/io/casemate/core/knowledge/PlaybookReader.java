package io.casemate.core.knowledge;

import io.casemate.core.knowledge.Playbook.Proof;
import io.casemate.core.knowledge.Playbook.Role;
import io.casemate.core.knowledge.Playbook.Step;
import io.casemate.core.knowledge.Playbook.Subject;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Level;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.threat.Fact;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads playbooks, one file each. */
record PlaybookReader(KindGroups kinds, Set<String> factGroups) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final int DAYS_MAX = 3_650;

    static PlaybookReader of(Knowledge knowledge) {
        Set<String> groups =
                knowledge.facts().values().stream().map(Fact::group).collect(Collectors.toCollection(TreeSet::new));
        return new PlaybookReader(knowledge.kinds(), groups);
    }

    /**
     * All of them, by the name of their file.
     *
     * @throws InvalidInputException with everything that is wrong with them
     */
    Map<String, Playbook> all(KnowledgeFiles files) {
        Map<String, Playbook> all = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : files.in("playbooks")) {
            var found = YamlProblems.of(files.label(name));
            String id = KnowledgeReader.idOf(name);
            YamlReader.read(files.read(name).orElse(new byte[0]), YamlLimits.DEFAULT, found)
                    .ifPresent(top -> all.put(id, read(id, top)));
            problems.addAll(found.all());
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return all;
    }

    private Playbook read(String id, YamlCursor top) {
        Map<String, Role> roles = roles(top.at("roles").required("name those who take part"));
        Map<String, Step> steps = new LinkedHashMap<>();
        for (YamlCursor item : top.at("steps").required("list the steps").items()) {
            Step step = step(item, roles.keySet());
            if (steps.putIfAbsent(step.id(), step) != null) {
                item.report("repeats '%s'".formatted(step.id()), "give each step an id of its own");
            }
        }
        var playbook = new Playbook(
                id,
                Fields.text(top.at("title"), "name the playbook"),
                Fields.text(top.at("purpose"), "say what it is for"),
                Fields.text(top.at("when"), "say what calls for it"),
                Fields.text(top.at("takes"), "say how long it takes"),
                List.copyOf(roles.values()),
                List.copyOf(steps.values()));
        top.noOtherKeys();
        return playbook;
    }

    private Map<String, Role> roles(YamlCursor at) {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (YamlCursor item : at.items()) {
            List<String> asks = new ArrayList<>();
            for (YamlCursor group : item.at("asks").items()) {
                String name = group.text("");
                if (!factGroups.contains(name)) {
                    group.unknown("group of facts", factGroups);
                }
                asks.add(name);
            }
            var role = new Role(id(item.at("id")), Fields.text(item.at("title"), "name the role"), asks);
            item.noOtherKeys();
            if (roles.putIfAbsent(role.id(), role) != null) {
                item.report("repeats '%s'".formatted(role.id()), "give each role an id of its own");
            }
        }
        return roles;
    }

    private Step step(YamlCursor at, Set<String> roles) {
        Subject each = Fields.optional(at.at("each"), Subject.class).orElse(Subject.SYSTEM);
        Set<ElementKind> kindsOf = at.at("kinds").present() ? kinds.kinds(at.at("kinds")) : Set.of();
        var step = new Step(
                id(at.at("id")),
                Fields.text(at.at("title"), "name the step"),
                each,
                kindsOf,
                Fields.optional(at.at("band"), Level.class).orElse(Level.LOW),
                at.at("for").present() ? role(at.at("for"), roles) : "",
                filled(at.at("do").required("say what to do"), each),
                at.at("ask").texts(),
                filled(at.at("command"), each),
                Fields.text(at.at("leaves"), "say what evidence it leaves"),
                role(at.at("decides").required("name the role that decides"), roles),
                proofs(at.at("done-by"), each),
                at.at("within-days").whole(1, DAYS_MAX).orElse(DAYS_MAX));
        if (at.at("command").present() && !step.command().startsWith("casemate ")) {
            at.at("command").invalid("is no command of this program", "begin it with 'casemate'");
        }
        if (at.at("for").present() && each != Subject.QUESTION) {
            at.at("for").report("stands without questions", "write 'each: question', or remove it");
        }
        at.noOtherKeys();
        return step;
    }

    private static String id(YamlCursor at) {
        String id = Fields.text(at, "give it an id");
        if (!id.isEmpty() && !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            at.invalid("is no id", "use small letters, digits and single hyphens");
        }
        return id;
    }

    private static String role(YamlCursor at, Set<String> roles) {
        String role = at.text("");
        if (!role.isEmpty() && !roles.contains(role)) {
            at.unknown("role", roles);
        }
        return role;
    }

    /** A text whose placeholders its subject can fill. */
    private static String filled(YamlCursor at, Subject each) {
        String text = at.text("");
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            if (!each.placeholders().contains(placeholder.group(1))) {
                at.unknownPart(placeholder.group(1), "placeholder", each.placeholders());
            }
        }
        return text;
    }

    private static Set<Proof> proofs(YamlCursor at, Subject each) {
        Set<Proof> proofs = Fields.constants(at, Proof.class);
        for (Proof proof : proofs) {
            if (!proof.subjects().contains(each)) {
                at.report(
                        "names '%s', which says nothing of %s".formatted(proof.id(), each.id()),
                        "remove it, or change 'each'");
            }
        }
        return proofs;
    }
}
