/** What is wrong with an input: every problem with its place and its remedy. */
@NullMarked
package io.casemate.core.problem;

import org.jspecify.annotations.NullMarked;
