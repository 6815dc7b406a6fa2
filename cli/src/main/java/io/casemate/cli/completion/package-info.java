/** Completion of arguments in shells. */
@NullMarked
package io.casemate.cli.completion;

import org.jspecify.annotations.NullMarked;
