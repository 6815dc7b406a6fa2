package io.casemate.core.knowledge;

import io.casemate.core.knowledge.fact.KindGroups;
import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.knowledge.format.FileFormat;
import io.casemate.core.knowledge.format.FormatReader;
import io.casemate.core.knowledge.framework.Crosswalk;
import io.casemate.core.knowledge.framework.CrosswalkReader;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.FrameworkReader;
import io.casemate.core.knowledge.playbook.Playbook;
import io.casemate.core.knowledge.playbook.PlaybookReader;
import io.casemate.core.knowledge.signal.Signal;
import io.casemate.core.knowledge.signal.SignalReader;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.Vocabulary;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Standing;
import io.casemate.core.threat.Threat;
import io.casemate.core.threat.Weights;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is known beside the system itself. Maps go by id, in the order of the ids (facts and conditions: of the file).
 * Everything that a threat, mitigation or adversary names is there.
 *
 * @param standings one for each profile
 * @param conditions named conditions, as {@code the: name} refers to them
 * @param files where it was read from, for what is read on demand
 */
public record Knowledge(
        Map<String, Threat> threats,
        Map<String, Mitigation> mitigations,
        Map<String, Fact> facts,
        Map<AdversaryProfile, Standing> standings,
        Map<String, Condition> conditions,
        KindGroups kinds,
        Weights weights,
        KnowledgeFiles files) {
    public Knowledge {
        threats = Collections.unmodifiableMap(new LinkedHashMap<>(threats));
        mitigations = Collections.unmodifiableMap(new LinkedHashMap<>(mitigations));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        standings = Collections.unmodifiableMap(new LinkedHashMap<>(standings));
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    /** The knowledge that came with this program. Its references were checked when it was built. */
    public static Knowledge builtIn() {
        return new KnowledgeReader(KnowledgeFiles.builtIn(), Map.of()).read();
    }

    /**
     * The knowledge in a folder, checked in full.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with it
     */
    public static Knowledge read(Path folder) {
        KnowledgeFiles files = KnowledgeFiles.of(folder);
        return new KnowledgeReader(files, FrameworkReader.all(files)).read();
    }

    /** The ids that a model may name. */
    public Vocabulary vocabulary() {
        return new Vocabulary(facts.keySet(), threats.keySet(), mitigations.keySet());
    }

    /** The published lists that references point into, by the name of their file; read at each call. */
    public Map<String, Framework> frameworks() {
        return FrameworkReader.all(files);
    }

    /** The run-time signals with their runbooks, by the name of their file; read at each call. */
    public Map<String, Signal> signals() {
        return SignalReader.all(files);
    }

    /** Links between published lists, by the name of their file; read at each call. */
    public Map<String, Crosswalk> crosswalks() {
        return new CrosswalkReader(frameworks()).all(files);
    }

    /** Formats of files by id, as their names tell them; read at each call. */
    public Map<String, FileFormat> formats() {
        return FormatReader.all(files);
    }

    /** Playbooks, by the name of their file; read at each call. */
    public Map<String, Playbook> playbooks() {
        return new PlaybookReader(kinds, groups()).all(files);
    }

    private Set<String> groups() {
        return facts.values().stream().map(Fact::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
