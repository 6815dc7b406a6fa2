package io.casemate.scan.call;

/** Where a global stands on the lists. */
sealed interface Standing {
    /** An allow-list names it. */
    record Allowed(Rule rule) implements Standing {}

    /**
     * A deny-list names it, or its name walks through something that a deny-list names.
     *
     * @param name what the list names, or what the name walks to: "os.system" for {@code random} + {@code _os.system}
     */
    record Denied(Danger danger, String name) implements Standing {}

    /** No list names it, but it is a function or an inner part of a library whose pickles are known. */
    record Odd(String words) implements Standing {}

    /** Nobody knows it. */
    record Unlisted() implements Standing {}
}
