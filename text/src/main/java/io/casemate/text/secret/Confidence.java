package io.casemate.text.secret;

/** How sure it is that a secret is a live one. */
public enum Confidence {
    /** Its checksum or its structure holds, as the issuer defines it. */
    STRONG,
    /** It may be an example, an identifier, or expired. */
    WEAK
}
