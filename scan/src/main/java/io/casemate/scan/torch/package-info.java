/**
 * The one idea: a checkpoint of PyTorch is a pickle whose tensors are views of storages that lie beside it, in one of several
 * containers. The pickle is judged as any other; then each view is held against the storage it claims.
 */
@NullMarked
package io.casemate.scan.torch;

import org.jspecify.annotations.NullMarked;
