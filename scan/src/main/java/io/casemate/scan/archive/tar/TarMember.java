package io.casemate.scan.archive.tar;

/**
 * One member of a tar.
 *
 * @param type its type flag; '0' for files of every kind
 * @param link what it links to, "" where it is no link
 * @param header where its header begins, with the long names before it
 * @param data where its bytes begin
 */
record TarMember(String name, char type, String link, long header, long data, long size, boolean sparse) {
    boolean folder() {
        return type == '5' || (name.endsWith("/") && size == 0);
    }

    boolean device() {
        return type == '3' || type == '4' || type == '6';
    }

    boolean symbolicLink() {
        return type == '2';
    }

    boolean hardLink() {
        return type == '1';
    }

    /** Whether bytes follow its header that are those of a file. */
    boolean file() {
        return !folder() && !device() && !symbolicLink() && !hardLink();
    }
}
