package io.casemate.scan.indicator;

import io.casemate.scan.executable.EmbeddedExecutables;
import io.casemate.scan.spi.Inspection;
import io.casemate.text.literal.LiteralSet;
import io.casemate.text.literal.LiteralSet.Literal;
import io.casemate.text.secret.Secret;
import io.casemate.text.secret.SecretFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Looks for words in windows of one content: all literals in one pass, then who knows the literal looks around it. */
final class Words {
    /** Bytes before a window that may be looked at. */
    static final int BEHIND = SecretFinder.REACH_BEHIND;
    /** Bytes after a window that may be looked at. */
    static final int AHEAD = SecretFinder.REACH_AHEAD;

    private static final int TOLD_MAX = 20;
    private static final List<Literal> SECRETS = SecretFinder.triggers();
    private static final LiteralSet LITERALS = new LiteralSet(literals());

    private final boolean plainText;
    private final boolean dataSet;
    private final Inspection inspection;
    private final Map<String, Integer> told = new TreeMap<>();
    private final Hosts hosts = new Hosts();
    private final Licences licences = new Licences();
    private long secretStart;
    private long secretEnd;
    private boolean secretStrong;

    /**
     * Words of one content.
     *
     * @param plainText whether it is text for people
     * @param dataSet whether it is rows of data, which may quote anything
     */
    Words(boolean plainText, boolean dataSet, Inspection inspection) {
        this.plainText = plainText;
        this.dataSet = dataSet;
        this.inspection = inspection;
    }

    private static List<Literal> literals() {
        var all = new ArrayList<>(SECRETS);
        all.add(Literal.exact("://"));
        Sign.ALL.forEach(sign -> all.add(sign.literal()));
        Licences.PHRASES.forEach(phrase -> all.add(Literal.anyCase(phrase.text())));
        all.addAll(EmbeddedExecutables.magics());
        return all;
    }

    /**
     * Looks at a part of an array.
     *
     * @param length how many bytes of the array may be looked at
     * @param offset where the array's first byte stands in the content
     * @param magics told where in the content the magic of an executable may stand
     */
    void look(byte[] bytes, int from, int to, int length, long offset, LongConsumer magics) {
        var window = new Window(bytes, length);
        LITERALS.find(bytes, from, to, length, (position, literal) -> hit(window, position, literal, offset, magics));
    }

    private void hit(Window window, int position, int literal, long offset, LongConsumer magics) {
        int other = literal - SECRETS.size();
        if (other < 0) {
            SecretFinder.at(window.bytes(), 0, window.length(), position, literal)
                    .ifPresent(secret -> secret(window, secret, offset));
        } else if (other == 0) {
            host(window, position, offset);
        } else if (other <= Sign.ALL.size()) {
            sign(Sign.ALL.get(other - 1), window, position, offset);
        } else if (other > Sign.ALL.size() + Licences.PHRASES.size()) {
            magics.accept(offset + position);
        } else {
            licences.add(Licences.PHRASES.get(other - 1 - Sign.ALL.size()), window, position)
                    .ifPresent(id -> found("licence/restrictive", offset + position, "is under " + id));
        }
    }

    private void secret(Window window, Secret secret, long offset) {
        boolean again = offset + secret.start() < secretEnd && offset + secret.end() > secretStart;
        if (again && (secretStrong || !secret.strong())) {
            return;
        }
        secretStrong = secret.strong();
        secretStart = offset + secret.start();
        secretEnd = offset + secret.end();
        String rule = secret.strong() ? "secret/" + secret.kind().id() : "secret/possible";
        String words = "%s %s, '%s'"
                .formatted(
                        secret.strong() ? "holds" : "may hold", secret.kind().words(), secret.redacted(window.bytes()));
        found(rule, offset + secret.start(), words);
    }

    private void host(Window window, int position, long offset) {
        Optional<String> host = Hosts.named(window, position + 3);
        if (host.isEmpty()) {
            return;
        }
        hosts.add(host.get());
        if (Hosts.rawAddress(host.get())) {
            tell("indicator/raw-address", offset + position, "names a host by its number, '%s'".formatted(host.get()));
        } else if (host.get().endsWith(".onion")) {
            tell("indicator/exfiltration-host", offset + position, "names the hidden host '%s'".formatted(host.get()));
        }
    }

    private void sign(Sign sign, Window window, int position, long offset) {
        sign.look().around(window, position).ifPresent(shown -> {
            String message = "%s: '%s'".formatted(sign.words(), Shown.text(shown));
            if (sign.anywhere() && !dataSet) {
                found(sign.rule(), offset + position, message);
            } else {
                tell(sign.rule(), offset + position, message);
            }
        });
    }

    /** What is odd in data is usual in text for people: there it is only mentioned. */
    private void tell(String rule, long offset, String message) {
        found(plainText ? "indicator/mentioned" : rule, offset, message);
    }

    private void found(String rule, long offset, String message) {
        if (told.merge(rule, 1, Integer::sum) <= TOLD_MAX) {
            inspection.found(rule, offset, message);
        }
    }

    /** Tells hosts and licences, once all windows were looked at. */
    void tellFacts() {
        hosts.words().ifPresent(words -> inspection.fact("hosts", words));
        licences.words().ifPresent(words -> inspection.fact("licence", words));
    }
}
