package io.casemate.scan.spi;

/** How sure a scanner is that content is of its format. */
public enum Recognition {
    /** It is not. */
    NO,
    /** It could be: asked for only where nobody is certain. The scanner then accepts or rejects it while it reads. */
    POSSIBLE,
    /** It is. Several scanners may be certain of one content: then all of them read it. */
    CERTAIN
}
