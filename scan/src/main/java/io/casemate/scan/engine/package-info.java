/** Routes contents by their bytes to the scanners, keeps the limits, counts what was understood, and draws the verdict. */
@NullMarked
package io.casemate.scan.engine;

import org.jspecify.annotations.NullMarked;
