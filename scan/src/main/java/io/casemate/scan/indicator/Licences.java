package io.casemate.scan.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Licences that a content states, by their SPDX ids. */
final class Licences {
    /**
     * Words that state a licence.
     *
     * @param text the words, in lower case
     * @param id the SPDX id; "" where the id follows the words
     */
    record Phrase(String text, String id) {}

    static final List<Phrase> PHRASES = List.of(
            new Phrase("permission is hereby granted, free of charge, to any person obtaining", "MIT"),
            new Phrase("licensed under the apache license, version 2.0", "Apache-2.0"),
            new Phrase("apache license\n                           version 2.0", "Apache-2.0"),
            new Phrase("gnu affero general public license", "AGPL-3.0"),
            new Phrase("gnu lesser general public license", "LGPL-3.0"),
            new Phrase("gnu general public license", "GPL-3.0"),
            new Phrase("mozilla public license version 2.0", "MPL-2.0"),
            new Phrase("redistributions in binary form must reproduce", "BSD-3-Clause"),
            new Phrase("attribution-noncommercial 4.0", "CC-BY-NC-4.0"),
            new Phrase("attribution-noncommercial-sharealike 4.0", "CC-BY-NC-SA-4.0"),
            new Phrase("llama 2 community license", "LicenseRef-Llama-2"),
            new Phrase("llama 3 community license", "LicenseRef-Llama-3"),
            new Phrase("creativeml open rail", "LicenseRef-OpenRAIL"),
            new Phrase("spdx-license-identifier:", ""),
            new Phrase("\nlicense: ", ""),
            new Phrase("\"license\": \"", ""));

    /** Ids as people write them, in lower case, to SPDX. */
    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("apache-2.0", "Apache-2.0"),
            Map.entry("mit", "MIT"),
            Map.entry("bsd-3-clause", "BSD-3-Clause"),
            Map.entry("bsd-2-clause", "BSD-2-Clause"),
            Map.entry("mpl-2.0", "MPL-2.0"),
            Map.entry("gpl-2.0", "GPL-2.0"),
            Map.entry("gpl-3.0", "GPL-3.0"),
            Map.entry("gpl-3.0-or-later", "GPL-3.0"),
            Map.entry("gpl-3.0-only", "GPL-3.0"),
            Map.entry("lgpl-3.0", "LGPL-3.0"),
            Map.entry("agpl-3.0", "AGPL-3.0"),
            Map.entry("agpl-3.0-only", "AGPL-3.0"),
            Map.entry("agpl-3.0-or-later", "AGPL-3.0"),
            Map.entry("cc0-1.0", "CC0-1.0"),
            Map.entry("cc-by-4.0", "CC-BY-4.0"),
            Map.entry("cc-by-sa-4.0", "CC-BY-SA-4.0"),
            Map.entry("cc-by-nc-4.0", "CC-BY-NC-4.0"),
            Map.entry("cc-by-nc-2.0", "CC-BY-NC-2.0"),
            Map.entry("cc-by-nc-sa-4.0", "CC-BY-NC-SA-4.0"),
            Map.entry("cc-by-nc-nd-4.0", "CC-BY-NC-ND-4.0"),
            Map.entry("unlicense", "Unlicense"),
            Map.entry("openrail", "LicenseRef-OpenRAIL"),
            Map.entry("creativeml-openrail-m", "LicenseRef-OpenRAIL"),
            Map.entry("bigscience-openrail-m", "LicenseRef-OpenRAIL"),
            Map.entry("bigscience-bloom-rail-1.0", "LicenseRef-OpenRAIL"),
            Map.entry("llama2", "LicenseRef-Llama-2"),
            Map.entry("llama3", "LicenseRef-Llama-3"),
            Map.entry("gemma", "LicenseRef-Gemma"));

    /** Licences that forbid selling, or ask a service to give its source. */
    private static final Set<String> RESTRICTIVE =
            Set.of("AGPL-3.0", "CC-BY-NC-4.0", "CC-BY-NC-2.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0");

    private final Set<String> ids = new TreeSet<>();

    /** Notes the licence stated here; gives its id the first time, if it is a restrictive one. */
    Optional<String> add(Phrase phrase, Window window, int position) {
        String id =
                phrase.id().isEmpty() ? written(window, position + phrase.text().length()) : phrase.id();
        if (id.isEmpty() || mentionedByGpl(phrase, window, position)) {
            return Optional.empty();
        }
        return ids.add(id) && RESTRICTIVE.contains(id) ? Optional.of(id) : Optional.empty();
    }

    private static String written(Window window, int position) {
        String text = window.line(position, 40).strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "-.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return WRITTEN.getOrDefault(text.substring(0, end), "");
    }

    /** The GPL's section 13 names the AGPL; the LGPL and others name the GPL. */
    private static boolean mentionedByGpl(Phrase phrase, Window window, int position) {
        return phrase.text().startsWith("gnu")
                && window.lower(position - 24, 24).matches("(?s).*(with|of|or|version \\d of) the\\s*");
    }

    /** The ids, in order. */
    Optional<String> words() {
        return ids.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", ids));
    }
}
