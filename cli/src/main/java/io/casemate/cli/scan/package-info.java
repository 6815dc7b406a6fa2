/** The verb scan. */
@NullMarked
package io.casemate.cli.scan;

import org.jspecify.annotations.NullMarked;
