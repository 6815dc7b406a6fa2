package io.casemate.scan.executable;

/** A kind of executable, with its name as people say it. */
enum ExecutableKind {
    ELF("an ELF executable or library"),
    CUBIN("code for a graphics processor (an ELF for CUDA)"),
    PE("a Windows executable or library"),
    MACH_O("a Mach-O executable or library"),
    MACH_O_FAT("a Mach-O executable or library for several processors"),
    APE("a program for several systems (APE)"),
    WASM("a WebAssembly module"),
    JAVA_CLASS("a Java class"),
    DEX("an Android (DEX) program");

    private final String words;

    ExecutableKind(String words) {
        this.words = words;
    }

    /** With its article: "an ELF executable or library". */
    public String words() {
        return words;
    }
}
