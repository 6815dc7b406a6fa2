/** Attack trees, read off the scenarios of an assessment, and what follows from them: minimal cut sets, probabilities, costs. */
@NullMarked
package io.casemate.core.tree;

import org.jspecify.annotations.NullMarked;
