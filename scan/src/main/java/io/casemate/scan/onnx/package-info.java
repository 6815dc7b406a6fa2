/**
 * ONNX: a graph of operators as one protobuf message. The one idea: the graph itself is data, and reaches out in two ways only,
 * by operators that a library must bring, and by tensors that lie in other files.
 */
@NullMarked
package io.casemate.scan.onnx;

import org.jspecify.annotations.NullMarked;
