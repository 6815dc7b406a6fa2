/** How much of the published lists the catalogue covers, and by what. */
@NullMarked
package io.casemate.core.knowledge.coverage;

import org.jspecify.annotations.NullMarked;
