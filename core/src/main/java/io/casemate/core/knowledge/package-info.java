/**
 * The knowledge base: the folder {@code knowledge/} as data.
 *
 * <p>{@link io.casemate.core.knowledge.Knowledge} reads it, from the jar or from a folder, and reports everything that is wrong
 * with it at once. {@link io.casemate.core.knowledge.fact.FactBook} reads facts of parts, presumptions included.
 */
@NullMarked
package io.casemate.core.knowledge;

import org.jspecify.annotations.NullMarked;
