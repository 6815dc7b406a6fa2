/** Published lists of threats, controls and requirements, the links between them, and references into them. */
@NullMarked
package io.casemate.core.knowledge.framework;

import org.jspecify.annotations.NullMarked;
