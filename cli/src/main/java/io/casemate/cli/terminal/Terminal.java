package io.casemate.cli.terminal;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.time.Clock;

/**
 * What a verb is given of the world. Tests give it texts and a clock that stands still.
 *
 * @param out what the verb was asked for
 * @param err progress, hints and problems
 * @param in what a person or a pipe answers
 * @param clock the only source of time
 * @param style of {@code out}
 * @param columns width of a line
 */
public record Terminal(PrintWriter out, PrintWriter err, BufferedReader in, Clock clock, Style style, int columns) {
    /** Width of a line where there is no terminal that could say. */
    public static final int COLUMNS_DEFAULT = 80;
}
