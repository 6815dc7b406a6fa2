/**
 * GGUF, the files of llama.cpp, and what was before it. The one idea: every count and length is compared with the bytes that
 * are left before anything is made of it, which is what the loaders of 2024 forgot.
 */
@NullMarked
package io.casemate.scan.gguf;

import org.jspecify.annotations.NullMarked;
