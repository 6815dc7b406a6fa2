package io.casemate.scan.result;

/** Something that could not be looked at, and why. */
public record Gap(Location location, String what) {}
