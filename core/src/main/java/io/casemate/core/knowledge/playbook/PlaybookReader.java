package io.casemate.core.knowledge.playbook;

import io.casemate.core.knowledge.fact.KindGroups;
import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.knowledge.playbook.Playbook.Proof;
import io.casemate.core.knowledge.playbook.Playbook.Role;
import io.casemate.core.knowledge.playbook.Playbook.Step;
import io.casemate.core.knowledge.playbook.Playbook.Subject;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Level;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads playbooks, one file each.
 *
 * @param factGroups the groups of facts that a role may be asked about
 */
public record PlaybookReader(KindGroups kinds, Set<String> factGroups) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final int DAYS_MAX = 3_650;

    /**
     * All of them, by the name of their file.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with them
     */
    public Map<String, Playbook> all(KnowledgeFiles files) {
        return files.each("playbooks", this::read);
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
                FieldReader.text(top.at("title"), "name the playbook"),
                FieldReader.text(top.at("purpose"), "say what it is for"),
                FieldReader.text(top.at("when"), "say what calls for it"),
                FieldReader.text(top.at("takes"), "say how long it takes"),
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
            var role = new Role(id(item.at("id")), FieldReader.text(item.at("title"), "name the role"), asks);
            item.noOtherKeys();
            if (roles.putIfAbsent(role.id(), role) != null) {
                item.report("repeats '%s'".formatted(role.id()), "give each role an id of its own");
            }
        }
        return roles;
    }

    private Step step(YamlCursor at, Set<String> roles) {
        Subject each = FieldReader.optional(at.at("each"), Subject.class).orElse(Subject.SYSTEM);
        Set<ElementKind> kindsOf = at.at("kinds").present() ? kinds.kinds(at.at("kinds")) : Set.of();
        var step = new Step(
                id(at.at("id")),
                FieldReader.text(at.at("title"), "name the step"),
                each,
                kindsOf,
                FieldReader.optional(at.at("band"), Level.class).orElse(Level.LOW),
                at.at("for").present() ? role(at.at("for"), roles) : "",
                filled(at.at("do").required("say what to do"), each),
                at.at("ask").texts(),
                filled(at.at("command"), each),
                FieldReader.text(at.at("leaves"), "say what evidence it leaves"),
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
        String id = FieldReader.text(at, "give it an id");
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
        Set<Proof> proofs = FieldReader.constants(at, Proof.class);
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
