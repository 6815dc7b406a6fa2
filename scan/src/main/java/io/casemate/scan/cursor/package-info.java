/** The one idea: counts and lengths of a binary format are checked where they are read, so that no reader can believe one. */
@NullMarked
package io.casemate.scan.cursor;

import org.jspecify.annotations.NullMarked;
