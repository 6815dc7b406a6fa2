package io.casemate.scan.manifest;

/** Names of files that a manifest gives. */
final class Paths {
    private Paths() {}

    /** Whether a name leads out of the folder of the manifest, or to another host. */
    static boolean leaves(String name) {
        String plain = name.replace('\\', '/');
        return plain.startsWith("/")
                || plain.startsWith("~")
                || plain.contains("://")
                || plain.matches("[A-Za-z]:.*")
                || ("/" + plain + "/").contains("/../")
                || plain.indexOf('\0') >= 0;
    }
}
