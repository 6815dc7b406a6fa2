package io.casemate.text.secret;

import io.casemate.text.literal.LiteralSet;
import io.casemate.text.literal.LiteralSet.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds secrets in text, in one pass: a set of literals triggers recognisers, each of which looks at a bounded neighbourhood.
 * Hashes, UUIDs and encoded data are silent: what has neither an issuer's mark nor a telling name is no secret here.
 */
public final class SecretFinder {
    /** How far a recogniser may look behind its trigger. */
    public static final int REACH_BEHIND = 512;
    /** How far a recogniser may look ahead of its trigger. */
    public static final int REACH_AHEAD = 8192;

    private static final List<Recogniser> RECOGNISERS = recognisers();
    private static final List<Literal> TRIGGERS = new ArrayList<>();
    private static final List<Recogniser> BY_TRIGGER = new ArrayList<>();

    static {
        for (Recogniser recogniser : RECOGNISERS) {
            for (Literal trigger : recogniser.triggers()) {
                TRIGGERS.add(trigger);
                BY_TRIGGER.add(recogniser);
            }
        }
    }

    private static final LiteralSet LITERALS = new LiteralSet(TRIGGERS);

    private SecretFinder() {}

    private static List<Recogniser> recognisers() {
        var all = new ArrayList<Recogniser>(Token.ALL);
        all.addAll(CloudKeys.ALL);
        all.add(new PrivateKeys());
        all.add(new WebTokens());
        all.add(new UrlPasswords());
        all.add(new Logins());
        all.add(new Assignments());
        return all;
    }

    /** The secrets of a text, in order; where two overlap the one that is more certain, else the first. */
    public static List<Secret> find(CharSequence text) {
        var bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            bytes[i] = c < 0x80 ? (byte) c : (byte) 0x80;
        }
        return find(bytes, 0, bytes.length);
    }

    /** The secrets of a part of an array, in order; where two overlap the one that is more certain, else the first. */
    public static List<Secret> find(byte[] text, int from, int to) {
        var all = new ArrayList<Secret>();
        LITERALS.find(
                text,
                from,
                to,
                to,
                (position, literal) -> at(text, from, to, position, literal).ifPresent(all::add));
        all.sort(Comparator.comparingInt(Secret::start));
        var found = new ArrayList<Secret>();
        all.forEach(secret -> add(found, secret));
        return found;
    }

    /** The literals that trigger recognisers, for who looks for other literals in the same pass. */
    public static List<Literal> triggers() {
        return List.copyOf(TRIGGERS);
    }

    /**
     * The secret that a trigger belongs to, if there is one.
     *
     * @param trigger index of the literal in {@link #triggers()}
     */
    public static Optional<Secret> at(byte[] text, int from, int to, int position, int trigger) {
        return BY_TRIGGER.get(trigger).at(text, from, to, position);
    }

    /** Adds a secret to those found, unless it overlaps the last one, which the more certain replaces. */
    private static void add(List<Secret> found, Secret secret) {
        if (!found.isEmpty()
                && secret.start() < found.getLast().end()
                && found.getLast().start() < secret.end()) {
            if (secret.strong() && !found.getLast().strong()) {
                found.set(found.size() - 1, secret);
            }
            return;
        }
        found.add(secret);
    }
}
