package io.casemate.core.risk;

/** Something that could not be looked at. It is never read as clean. */
public record Gap(String where, String what, String remedy) {}
