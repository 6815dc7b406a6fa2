package io.casemate.scan;

import io.casemate.scan.spi.FormatScanner;
import java.util.List;

/** Every scanner there is, in the order in which they are asked. */
public final class Scanners {
    public static final List<FormatScanner> ALL = List.of();

    private Scanners() {}
}
