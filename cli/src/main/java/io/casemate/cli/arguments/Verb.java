package io.casemate.cli.arguments;

import io.casemate.cli.terminal.ExitCode;
import java.util.concurrent.Callable;

/** One verb of the command line. */
public interface Verb extends Callable<Integer> {
    /** Does the work. Failures are thrown; {@link Failures} words them. */
    ExitCode run();

    @Override
    default Integer call() {
        return run().number();
    }
}
