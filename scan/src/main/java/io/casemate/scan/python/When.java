package io.casemate.scan.python;

/** When a call would be made. */
enum When {
    /** As soon as the module is imported. */
    IMPORT,
    /** Where the module is started as a program. */
    SCRIPT,
    /** Where somebody calls the function it stands in. */
    CALLED
}
