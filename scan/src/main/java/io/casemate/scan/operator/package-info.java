/** Operators of PyTorch by the names that programs use: which come with it, and which of them reach files. */
@NullMarked
package io.casemate.scan.operator;

import org.jspecify.annotations.NullMarked;
