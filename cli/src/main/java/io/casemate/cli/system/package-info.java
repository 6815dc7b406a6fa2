/** Where the files of a system lie, and how they are read and written. */
@NullMarked
package io.casemate.cli.system;

import org.jspecify.annotations.NullMarked;
