/**
 * The files of a knowledge base: in a folder, in the jar, or packed when the jar was built.
 *
 * <p>{@link io.casemate.core.knowledge.files.PackWriter} packs what the files say; {@link
 * io.casemate.core.knowledge.files.KnowledgeFiles#builtIn()} reads the pack where there is one. The YAML files are the only
 * truth: a pack is made of them at each build and never kept.
 */
@NullMarked
package io.casemate.core.knowledge.files;

import org.jspecify.annotations.NullMarked;
