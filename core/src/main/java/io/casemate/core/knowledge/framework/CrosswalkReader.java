package io.casemate.core.knowledge.framework;

import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.knowledge.framework.Crosswalk.Pair;
import io.casemate.core.knowledge.framework.Crosswalk.Refused;
import io.casemate.core.knowledge.framework.Framework.Status;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads crosswalks, one file each. Both ends of a link carry id and name, and are refused where these disagree. */
public record CrosswalkReader(Map<String, Framework> frameworks) {
    /**
     * All of them, by the name of their file.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with them
     */
    public Map<String, Crosswalk> all(KnowledgeFiles files) {
        return files.each("crosswalks", this::read);
    }

    private Crosswalk read(String id, YamlCursor top) {
        String from = framework(top.at("from"));
        String to = framework(top.at("to"));
        List<Pair> links = new ArrayList<>();
        for (YamlCursor item : top.at("links").required("list the links").items()) {
            Optional<Link> source = end(from, item.at("from"));
            for (YamlCursor target : item.at("to").items()) {
                Optional<Link> end = end(to, target);
                if (source.isPresent() && end.isPresent()) {
                    links.add(new Pair(source.get().reference(), end.get().reference()));
                }
            }
            item.noOtherKeys();
        }
        var crosswalk = new Crosswalk(
                id,
                FieldReader.text(top.at("title"), "write a title"),
                FieldReader.text(top.at("authority"), "say who says so"),
                FieldReader.constant(top.at("status"), Status.class, Status.UNREVIEWED),
                FieldReader.text(top.at("source"), "say where it is published"),
                FieldReader.text(top.at("licence"), "say under which licence it is published"),
                links,
                refused(top.at("refused"), from, to));
        top.noOtherKeys();
        return crosswalk;
    }

    private String framework(YamlCursor at) {
        String id = FieldReader.text(at, "name a file of frameworks/");
        if (!id.isEmpty() && !frameworks.containsKey(id)) {
            at.unknown("framework", frameworks.keySet());
        }
        return id;
    }

    private Optional<Link> end(String framework, YamlCursor at) {
        Optional<Link> link = Link.in(framework, FieldReader.text(at, "write id and name"));
        link.ifPresent(l -> {
            if (l.name().isEmpty()) {
                at.report("has no name", "write id and name: a wrong id is only seen beside a name");
            }
            l.check(at, frameworks);
        });
        return link;
    }

    private List<Refused> refused(YamlCursor at, String from, String to) {
        List<Refused> refused = new ArrayList<>();
        for (YamlCursor item : at.items()) {
            Optional<Link> source = end(from, item.at("from"));
            Optional<Link> target = Link.in(to, FieldReader.text(item.at("to"), "write id and name as published"));
            String because = FieldReader.text(item.at("because"), "say why it cannot be put right");
            item.noOtherKeys();
            if (target.filter(t -> agrees(to, t)).isPresent()) {
                item.at("to").report("has an id and a name that agree", "list it among the links");
            }
            source.ifPresent(s -> target.ifPresent(t -> refused.add(new Refused(s.reference(), t, because))));
        }
        return refused;
    }

    private boolean agrees(String framework, Link link) {
        return Optional.ofNullable(frameworks.get(framework))
                .filter(f -> f.calls(link.reference().id(), link.name()))
                .isPresent();
    }
}
