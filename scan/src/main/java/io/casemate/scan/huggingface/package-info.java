/**
 * The one idea: a configuration of the Hugging Face libraries names classes, files and templates; loading imports, runs and
 * renders what it names. Each name is followed to what it stands for, or told.
 */
@NullMarked
package io.casemate.scan.huggingface;

import org.jspecify.annotations.NullMarked;
