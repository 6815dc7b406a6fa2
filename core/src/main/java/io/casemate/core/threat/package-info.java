/**
 * What could go wrong: threats as data, a closed vocabulary of conditions, and the search for the paths on which they apply.
 *
 * <p>The one idea: a threat is a pattern over a path. Every scenario has a path, if only of one element; its first element is
 * where an adversary stands, its last is the target. Facts are read through {@link io.casemate.core.threat.Facts}, which answers
 * with three values and the basis they rest on, so that "what if" is another reader and never another algorithm.
 */
@NullMarked
package io.casemate.core.threat;

import org.jspecify.annotations.NullMarked;
