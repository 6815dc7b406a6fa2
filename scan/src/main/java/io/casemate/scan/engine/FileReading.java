package io.casemate.scan.engine;

import io.casemate.scan.call.Judge;
import io.casemate.scan.result.Location;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Stopped;
import io.casemate.scan.spi.Tensor;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** One file with all that is in it: routes each content to who reads it, and accounts for every byte. Used by one thread. */
final class FileReading {
    /** Spans that nobody understood, looked into one by one; the rest is named as one gap. */
    private static final int LEFTOVERS_MAX = 16;

    /** A tail or filling so short is no hiding place. */
    private static final int TRIVIAL_BYTES = 3;

    private final String root;
    private final List<FormatScanner> scanners;
    private final Rules rules;
    private final Judge judge;
    private final Budget budget;
    private final Dossier dossier = new Dossier();

    FileReading(String root, List<FormatScanner> scanners, Rules rules, Judge judge, Budget budget) {
        this.root = root;
        this.scanners = scanners;
        this.rules = rules;
        this.judge = judge;
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    Dossier dossier() {
        return dossier;
    }

    Judge judge() {
        return judge;
    }

    void found(Content content, String rule, long offset, String message) {
        dossier.found(rules.of(rule), place(content, offset), message);
    }

    void gap(Content content, long offset, String what) {
        dossier.gap(place(content, offset), what);
    }

    void tensor(Content content, Tensor tensor) {
        // statistics join here
    }

    /**
     * Has a content read by whom its bytes call for.
     *
     * @return how many of its bytes were understood, here or in contents inside
     */
    long route(Content content, int depth) {
        if (content.size() == 0) {
            return 0;
        }
        try {
            budget.checkDeadline();
            budget.member();
        } catch (Stopped stopped) {
            gap(content, -1, String.valueOf(stopped.getMessage()));
            return 0;
        }
        if (depth > budget.limits().depthMax()) {
            gap(
                    content,
                    -1,
                    "contents are nested deeper than %d"
                            .formatted(budget.limits().depthMax()));
            return 0;
        }
        List<Reading> readings = readings(content, depth);
        var understood = new Spans();
        var elsewhere = new Spans();
        long missing = 0;
        for (Reading reading : readings) {
            understood.addAll(reading.understood());
            elsewhere.addAll(reading.elsewhere());
            missing += reading.missing();
        }
        if (readings.isEmpty()) {
            gap(content, -1, "no scanner recognises this format (%s)".formatted(beginning(content)));
            return 0;
        }
        long lost = leftovers(content, understood.missing(content.size()), depth);
        return Math.max(0, content.size() - lost - missing);
    }

    /** Reads by all who are certain; where nobody is, by those for whom it is possible, until one accepts it. */
    private List<Reading> readings(Content content, int depth) {
        List<Reading> readings = new ArrayList<>();
        List<FormatScanner> possible = new ArrayList<>();
        for (FormatScanner scanner : scanners) {
            switch (recognition(scanner, content)) {
                case CERTAIN -> {
                    Reading reading = read(scanner, content, depth, true);
                    if (reading.accepted()) {
                        readings.add(reading);
                    }
                }
                case POSSIBLE -> possible.add(scanner);
                case NO -> {
                    // not its format
                }
            }
        }
        for (FormatScanner scanner : possible) {
            if (!readings.isEmpty()) {
                break;
            }
            Reading reading = read(scanner, content, depth, false);
            if (reading.accepted()) {
                readings.add(reading);
            }
        }
        return readings;
    }

    private static Recognition recognition(FormatScanner scanner, Content content) {
        try {
            return scanner.recognises(content);
        } catch (IndexOutOfBoundsException tooShort) {
            return Recognition.NO;
        }
    }

    /** The one place where a failure of a scanner becomes a gap. */
    private Reading read(FormatScanner scanner, Content content, int depth, boolean certain) {
        var reading = new Reading(this, content, depth);
        String failure = "";
        try {
            scanner.scan(content, reading);
        } catch (Stopped stopped) {
            failure = String.valueOf(stopped.getMessage());
        } catch (IndexOutOfBoundsException outside) {
            failure = "it is cut short, or its structure points outside of it";
        } catch (OutOfMemoryError memory) {
            failure = "there was too little memory to read it";
        } catch (InternalError changed) {
            failure = "it became shorter while it was read";
        } catch (RuntimeException | StackOverflowError mistake) {
            failure = "the %s scanner failed on it (%s); please report this"
                    .formatted(scanner.id(), mistake.getClass().getSimpleName());
        }
        if (certain && !reading.rejected()) {
            reading.accept();
        }
        if (reading.accepted()) {
            dossier.format(scanner.id());
            if (!failure.isEmpty()) {
                gap(content, -1, failure);
            }
        }
        return reading;
    }

    /** Looks into what nobody understood. Returns how many bytes stay so. */
    private long leftovers(Content content, List<Spans.Span> spans, int depth) {
        long lost = 0;
        int told = 0;
        long more = 0;
        for (Spans.Span span : spans) {
            if (span.length() <= TRIVIAL_BYTES || isFilling(content, span)) {
                continue;
            }
            if (told == LEFTOVERS_MAX) {
                lost += span.length();
                more++;
                continue;
            }
            told++;
            lost += span.length() - leftover(content, span, depth);
        }
        if (more > 0) {
            gap(content, -1, "%,d more places were not understood".formatted(more));
        }
        return lost;
    }

    private long leftover(Content content, Spans.Span span, int depth) {
        Content slice = content.slice(span.offset(), span.length());
        boolean hidden = false;
        for (FormatScanner scanner : scanners) {
            hidden |= recognition(scanner, slice) == Recognition.CERTAIN;
        }
        if (!hidden || span.length() == content.size()) {
            gap(content, span.offset(), "%,d bytes are not understood (%s)".formatted(span.length(), beginning(slice)));
            return 0;
        }
        found(
                content,
                "content/appended",
                span.offset(),
                "%,d bytes between or after the format's own are a file of their own".formatted(span.length()));
        return route(new Content(content.name() + "!at-" + span.offset(), slice.bytes(), content.family()), depth + 1);
    }

    /** Whether these bytes are all the same, zero or blank: what writers fill up with. */
    private boolean isFilling(Content content, Spans.Span span) {
        int first = content.u8(span.offset());
        if (first != 0 && first != ' ' && first != '\n' && first != 0xff) {
            return false;
        }
        for (long at = span.offset(); at < span.end(); at++) {
            if (content.bytes().get(ValueLayout.JAVA_BYTE, at) != (byte) first) {
                return false;
            }
            if ((at & 0xfffff) == 0) {
                budget.checkDeadline();
            }
        }
        return true;
    }

    /** The first bytes in words, for people who know formats. */
    private static String beginning(Content content) {
        var words = new StringBuilder("it begins with");
        for (long at = 0; at < Math.min(8, content.size()); at++) {
            words.append(" %02x".formatted(content.u8(at)));
        }
        return words.toString();
    }

    private Location place(Content content, long offset) {
        String member = content.name().startsWith(root + "!") ? content.name().substring(root.length() + 1) : "";
        return new Location(member, offset);
    }
}
