/**
 * Text of every kind that people put beside a model. The one idea: text is harmless until something executes it, so that only
 * what a loader executes is told: tags of YAML, path files of Python, scripts.
 */
@NullMarked
package io.casemate.scan.plaintext;

import org.jspecify.annotations.NullMarked;
