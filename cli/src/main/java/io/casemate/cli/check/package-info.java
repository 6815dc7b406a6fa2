/** The verb check. */
@NullMarked
package io.casemate.cli.check;

import org.jspecify.annotations.NullMarked;
