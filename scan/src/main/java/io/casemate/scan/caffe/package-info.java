/** Trained nets of Caffe. The one idea: weights are tensors of the layers, and a layer in Python is a module to be imported. */
@NullMarked
package io.casemate.scan.caffe;

import org.jspecify.annotations.NullMarked;
