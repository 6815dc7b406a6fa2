/** Recognises machine code and scripts: files that are executables, and executables inside something else. */
@NullMarked
package io.casemate.scan.executable;

import org.jspecify.annotations.NullMarked;
