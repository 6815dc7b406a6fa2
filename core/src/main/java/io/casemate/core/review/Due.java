package io.casemate.core.review;

import java.time.LocalDate;

/**
 * Something that has a day.
 *
 * @param what what is to be done by then
 * @param who who does it; "" where nobody is named
 */
public record Due(LocalDate day, String what, String who) {}
