package io.casemate.core.knowledge.format;

import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.model.Level;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlProblems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code formats.yaml}. */
public final class FormatReader {
    private static final String NAME = "formats.yaml";

    private FormatReader() {}

    /**
     * All formats by id, in the order of the file.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with them
     */
    public static Map<String, FileFormat> all(KnowledgeFiles files) {
        Map<String, FileFormat> all = new LinkedHashMap<>();
        Map<String, String> owners = new LinkedHashMap<>();
        var problems = YamlProblems.of(files.label(NAME));
        files.document(NAME, problems)
                .ifPresent(top -> top.entries().forEach((id, at) -> all.put(id, read(id, at, owners))));
        problems.throwIfAny();
        return all;
    }

    private static FileFormat read(String id, YamlCursor at, Map<String, String> owners) {
        List<String> endings = new ArrayList<>();
        for (YamlCursor item : at.at("endings").required("list how names end").items()) {
            String ending = FieldReader.text(item, "write an ending, as in .onnx");
            if (!ending.matches("[a-z0-9_.-]*\\.[a-z0-9]+")) {
                item.invalid("is no ending of a name", "write it in small letters, as in .onnx");
            }
            String owner = owners.putIfAbsent(ending, id);
            if (owner != null) {
                item.invalid("is an ending of '%s' too".formatted(owner), "keep it at one of the two");
            }
            endings.add(ending);
        }
        var format = new FileFormat(
                id,
                FieldReader.text(at.at("title"), "name the format"),
                endings,
                FieldReader.constant(at.at("exposure"), Level.class, Level.HIGH),
                FieldReader.text(at.at("because"), "say why"));
        at.noOtherKeys();
        return format;
    }
}
