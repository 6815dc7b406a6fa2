/**
 * The one idea: a TensorFlow graph is a program whose instructions have names. The names of all its nodes, those of functions
 * too, are looked up in TensorFlow's own list of operations; the few that reach out of the process are told, and those that
 * are on no list are unknown.
 */
@NullMarked
package io.casemate.scan.tensorflow;

import org.jspecify.annotations.NullMarked;
