package io.casemate.report.wording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them, in the time of UTC. */
public final class Moments {
    private static final DateTimeFormatter MINUTES = format("d MMMM yyyy, HH:mm 'UTC'");
    private static final DateTimeFormatter SECONDS = format("d MMMM yyyy, HH:mm:ss 'UTC'");
    private static final int MINUTE_SECONDS = 60;

    private Moments() {}

    /** {@code 21 November 2026, 12:00 UTC}, with the seconds where there are any. */
    public static String of(Instant moment) {
        return (moment.getEpochSecond() % MINUTE_SECONDS == 0 ? MINUTES : SECONDS).format(moment);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
