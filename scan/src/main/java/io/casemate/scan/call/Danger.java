package io.casemate.scan.call;

import io.casemate.scan.call.Judgement.Level;

/** What a function on the deny-list does to whoever calls it. The names are those of {@code denied.txt}, in capitals. */
enum Danger {
    COMMAND(Level.MALICIOUS, "which runs a command"),
    CODE(Level.MALICIOUS, "which runs code"),
    IMPORT(Level.MALICIOUS, "which imports what a text names"),
    LOAD(Level.MALICIOUS, "which loads other data that can run code"),
    FILE(Level.MALICIOUS, "which reads, writes or deletes files"),
    NETWORK(Level.MALICIOUS, "which opens a network connection"),
    NATIVE(Level.MALICIOUS, "which loads or calls native code"),
    LATER(Level.MALICIOUS, "which has code run later or elsewhere"),
    STATE(Level.MALICIOUS, "which changes the running interpreter"),
    TAMPER(Level.MALICIOUS, "which tampers with a scanner"),
    REACH(Level.SUSPICIOUS, "which reaches other functions by their names"),
    INDIRECT(Level.SUSPICIOUS, "which calls what it is handed"),
    BYTECODE(Level.SUSPICIOUS, "which makes code from data"),
    WHEN_USED(Level.SUSPICIOUS, "which runs a command or a text as code when it is used"),
    PROBE(Level.SUSPICIOUS, "which finds out about the machine"),
    /** What cloudpickle and dill call for a user's own function: honest, but what the function does is not known. */
    CARRIED(Level.UNKNOWN, "which makes a function or class that the file carries");

    final Level level;
    final String words;

    Danger(Level level, String words) {
        this.level = level;
        this.words = words;
    }
}
