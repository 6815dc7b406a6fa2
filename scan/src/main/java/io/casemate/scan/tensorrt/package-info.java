/**
 * The one idea: an engine of TensorRT is compiled code for one graphics processor, in a format that only NVIDIA reads. What can be
 * told is its version, the libraries that it names, and whether it holds code for the host as well.
 */
@NullMarked
package io.casemate.scan.tensorrt;

import org.jspecify.annotations.NullMarked;
