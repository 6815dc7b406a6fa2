package io.casemate.report.spi;

import java.util.List;
import java.util.Set;

/** A kind of document about one system at one moment. The same input gives the same bytes. */
public interface Report {
    /** Its name on the command line, such as {@code attack-surface}. */
    String kind();

    /** The forms it can be written in, the usual one first. */
    List<ReportFormat> formats();

    /** The options it understands; any other is refused before it is called. */
    default Set<ReportOption> options() {
        return Set.of();
    }

    /** How many sheets of paper it may fill; the type becomes smaller where it must. */
    default int sheetsMax() {
        return Integer.MAX_VALUE;
    }

    /**
     * The whole document, texts in UTF-8.
     *
     * @param format one of {@link #formats()}
     * @throws io.casemate.core.problem.InvalidInputException where an option has a value that it does not know
     */
    byte[] write(ReportFormat format, ReportInput input);
}
