package io.casemate.cli.terminal;

import java.io.PrintWriter;

/** A bar that fills while long work is done, on one line of a terminal; nothing where there is no terminal. */
public final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final String what;
    private final boolean shown;
    private int percentShown = -1;

    /** A bar on the error output of this terminal. */
    public ProgressBar(Terminal terminal, String what) {
        this.err = terminal.err();
        this.what = what;
        this.shown = terminal.style() == Style.COLOURED;
    }

    /** Draws it where it has become longer. May be called by several threads. */
    public synchronized void show(int done, int total) {
        int percent = total == 0 ? 100 : (int) (100L * done / total);
        if (!shown || percent <= percentShown) {
            return;
        }
        percentShown = percent;
        int full = WIDTH * percent / 100;
        err.printf("\r%s [%s%s] %,d of %,d", what, "#".repeat(full), " ".repeat(WIDTH - full), done, total);
        err.flush();
    }

    /** Takes it away. */
    public synchronized void end() {
        if (shown && percentShown >= 0) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
