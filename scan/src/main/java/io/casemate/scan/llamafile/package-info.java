/**
 * The one idea: a llamafile is a program that carries its model in a zip behind itself, with the arguments it starts with. The
 * model is read as any model; that the rest is a program, and what it opens when it starts, is told.
 */
@NullMarked
package io.casemate.scan.llamafile;

import org.jspecify.annotations.NullMarked;
