package io.casemate.scan.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hosts that URLs in a content name. */
final class Hosts {
    private static final int NAME_MAX = 100;
    private static final int KEPT_MAX = 10_000;
    private static final int SHOWN_MAX = 5;
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private final Map<String, Integer> counts = new HashMap<>();

    /** The host of a URL whose authority begins here: letters, digits, dots and dashes, with a dot in it. */
    static Optional<String> named(Window window, int position) {
        int start = position;
        for (int i = position; i < position + NAME_MAX; i++) {
            int c = window.at(i);
            if (c == '@') {
                start = i + 1;
            } else if (c <= ' ' || "/?#\"'<>\\)]}`,".indexOf(c) >= 0) {
                break;
            }
        }
        int end = start;
        while (end < start + NAME_MAX && hostCharacter(window.at(end))) {
            end++;
        }
        String host = window.lower(start, end - start);
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        int dot = host.indexOf('.');
        return dot > 0 && !host.contains("..") ? Optional.of(host) : Optional.empty();
    }

    private static boolean hostCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    /** Whether a host is an IPv4 address that is neither private (RFC 1918), local, nor set aside for documents (RFC 5737). */
    static boolean rawAddress(String host) {
        var match = ADDRESS.matcher(host);
        if (!match.matches()) {
            return false;
        }
        int[] part = new int[4];
        for (int i = 0; i < 4; i++) {
            part[i] = Integer.parseInt(match.group(i + 1));
            if (part[i] > 255) {
                return false;
            }
        }
        boolean here = part[0] == 0 || part[0] == 10 || part[0] == 127 || part[0] >= 224;
        boolean inside = (part[0] == 192 && part[1] == 168)
                || (part[0] == 172 && part[1] >= 16 && part[1] < 32)
                || (part[0] == 100 && part[1] >= 64 && part[1] < 128);
        boolean example = (part[0] == 192 && part[1] == 0 && part[2] == 2)
                || (part[0] == 198 && part[1] == 51 && part[2] == 100)
                || (part[0] == 203 && part[1] == 0 && part[2] == 113)
                || (part[0] == 1 && part[1] == 2 && part[2] == 3);
        return !here && !inside && !example;
    }

    void add(String host) {
        if (counts.size() < KEPT_MAX || counts.containsKey(host)) {
            counts.merge(host, 1, Integer::sum);
        }
    }

    /** The hosts named most often, and how many there are. */
    Optional<String> words() {
        List<String> names = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN_MAX, names.size())));
        int more = names.size() - SHOWN_MAX;
        return Optional.of(more > 0 ? String.format(Locale.ROOT, "%s and %d more", shown, more) : shown);
    }
}
