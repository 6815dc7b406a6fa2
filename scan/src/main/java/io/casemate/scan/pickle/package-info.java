/**
 * The one idea: a pickle is a program for a small stack machine. It is run here on values that are only known as far as the
 * file says them, nothing is ever made of them, and each call that the real machine would make is handed to the judge.
 */
@NullMarked
package io.casemate.scan.pickle;

import org.jspecify.annotations.NullMarked;
