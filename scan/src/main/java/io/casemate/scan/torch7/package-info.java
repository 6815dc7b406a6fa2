/**
 * The one idea: a file of Torch7 is one object of Lua with all that hangs on it. Numbers, texts, tables and tensors are data; a
 * function is code, kept as bytecode or source, which loading turns into a function again.
 */
@NullMarked
package io.casemate.scan.torch7;

import org.jspecify.annotations.NullMarked;
