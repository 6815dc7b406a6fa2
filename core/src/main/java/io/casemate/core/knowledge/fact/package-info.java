/** Facts of parts and the kinds of elements they make sense for. */
@NullMarked
package io.casemate.core.knowledge.fact;

import org.jspecify.annotations.NullMarked;
