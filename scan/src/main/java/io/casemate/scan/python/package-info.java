/**
 * The one idea: Python source is parsed, never matched as text. What its statements would call is followed through imports,
 * aliases and constants, and weighed by when it would run: on import, as a script, or when somebody calls the function.
 */
@NullMarked
package io.casemate.scan.python;

import org.jspecify.annotations.NullMarked;
