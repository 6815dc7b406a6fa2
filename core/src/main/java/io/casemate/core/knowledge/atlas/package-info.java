/**
 * A published edition of ATLAS beside the one that is packed: what is different, and what that touches.
 *
 * <p>{@link io.casemate.core.knowledge.atlas.AtlasReader} reads both formats, that of 5.x and that of 6.x.
 */
@NullMarked
package io.casemate.core.knowledge.atlas;

import org.jspecify.annotations.NullMarked;
