package io.casemate.core.knowledge;

import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.knowledge.framework.Framework;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which catalogue something was worked out with.
 *
 * @param sha256 over name, a zero byte and content of each file that decides a risk, in the order of {@code FILES} and then of
 *     {@code FOLDERS}: two catalogues of one digest find the same threats and the same numbers
 * @param lists editions of the published lists, by the name of their file
 */
public record KnowledgeEdition(String sha256, int threats, int mitigations, Map<String, String> lists) {
    private static final List<String> FILES = List.of("conditions.yaml", "facts.yaml", "kinds.yaml", "weights.yaml");
    private static final List<String> FOLDERS = List.of("adversaries", "compliance", "mitigations", "threats");

    public KnowledgeEdition {
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    /** Reads all of its files. */
    public static KnowledgeEdition of(Knowledge knowledge) {
        Map<String, String> lists = new LinkedHashMap<>();
        for (Framework framework : knowledge.frameworks().values()) {
            lists.put(framework.id(), framework.version());
        }
        return new KnowledgeEdition(
                digest(knowledge.files()),
                knowledge.threats().size(),
                knowledge.mitigations().size(),
                lists);
    }

    private static String digest(KnowledgeFiles files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<String> names = new ArrayList<>(FILES);
            FOLDERS.forEach(folder -> names.addAll(files.in(folder)));
            for (String name : names) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(files.read(name).orElse(new byte[0]));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
