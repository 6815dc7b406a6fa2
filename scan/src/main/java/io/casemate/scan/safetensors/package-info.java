/**
 * safetensors: a JSON header that names tensors, then their bytes. The one idea: the header must account for every byte, once;
 * whatever it leaves out or names twice is a place to hide something.
 */
@NullMarked
package io.casemate.scan.safetensors;

import org.jspecify.annotations.NullMarked;
