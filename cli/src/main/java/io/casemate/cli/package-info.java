/** The program: one class a verb, and the only place with a clock, a terminal and an exit code. */
@NullMarked
package io.casemate.cli;

import org.jspecify.annotations.NullMarked;
