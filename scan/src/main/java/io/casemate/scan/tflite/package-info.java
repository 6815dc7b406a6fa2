/**
 * The one idea: a TFLite file is a FlatBuffer, whose offsets are all relative and all somebody else's word: each is checked
 * where it is followed, and what the model calls that is not built in is told.
 */
@NullMarked
package io.casemate.scan.tflite;

import org.jspecify.annotations.NullMarked;
