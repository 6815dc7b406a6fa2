/** Beginning a threat model: from a template, or by questions. */
@NullMarked
package io.casemate.cli.init;

import org.jspecify.annotations.NullMarked;
