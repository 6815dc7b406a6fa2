package io.casemate.scan.call;

import java.util.Collection;
import java.util.List;

/** The judges there are. Each reads its lists when they are first needed, keeps them, and may be asked by many threads. */
public final class Judges {
    private Judges() {}

    /** Judges what loading serialised data would call: safe is only what an allow-list names. */
    public static Judge builtIn() {
        return with(List.of());
    }

    /**
     * Judges what loading serialised data would call, with names that an organisation trusts. They lift what is unknown or
     * suspicious, never what is malicious.
     *
     * @param allowedByOrganisation qualified names, "mypkg.Model", or all of a module and below, "mypkg.models.*"
     */
    public static Judge with(Collection<String> allowedByOrganisation) {
        return new LoadingJudge(new Register(Trusted.of(allowedByOrganisation)));
    }

    /**
     * Judges calls that plain program code makes: Python source, a function's bytecode, TorchScript. There ordinary functions
     * are safe; told are commands, evaluation of what is not constant, network, deletion, native code, other people's
     * pickles, secrets and system files. A name may come whole in {@link Value.Global#name()} with an empty module: "os.system", "eval";
     * a module is a global too ("os"), so that {@code getattr(os, 'system')} can be followed.
     */
    public static Judge forSource() {
        return new SourceJudge();
    }
}
