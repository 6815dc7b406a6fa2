/** Questions whose answers put a system into a class that a regulation makes, with what follows from it. */
@NullMarked
package io.casemate.core.knowledge.questionnaire;

import org.jspecify.annotations.NullMarked;
