package io.casemate.scan.onnx;

import io.casemate.scan.path.Paths;
import io.casemate.scan.snippet.Snippet;
import java.util.Locale;
import java.util.Optional;

/** Where a tensor outside the model says it lies. */
final class Location {
    private Location() {}

    /**
     * Why a location is no plain file beside the model, if it is none. Both kinds of slashes count, whatever the system: the
     * file travels (CVE-2022-25882, CVE-2024-27318, CVE-2024-5187).
     */
    static Optional<String> danger(String location) {
        String shown = Snippet.quoted(location);
        if (location.contains("_ORT_MEM_ADDR_")) {
            return Optional.of("%s stands for an address in the memory of the loader".formatted(shown));
        }
        if (location.startsWith("/") || location.startsWith("\\") || location.startsWith("~")) {
            return Optional.of("%s is absolute".formatted(shown));
        }
        if (location.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*:.*")) {
            return Optional.of("%s is an address or on a drive".formatted(shown));
        }
        if (Paths.climbs(location)) {
            return Optional.of("%s leaves the folder of the model".formatted(shown));
        }
        return location.indexOf('\0') >= 0 ? Optional.of("%s holds a zero".formatted(shown)) : Optional.empty();
    }
}
