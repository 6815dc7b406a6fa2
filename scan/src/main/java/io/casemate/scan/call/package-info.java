/**
 * The one idea: whatever the format, loading a file comes down to <em>what is called with what</em>. Pickles, marshalled
 * bytecode, TorchScript, Keras configurations and Python source are all turned into {@link io.casemate.scan.call.Call}s over
 * one small lattice of {@link io.casemate.scan.call.Value}s, and one {@link io.casemate.scan.call.Judge} judges them.
 */
@NullMarked
package io.casemate.scan.call;

import org.jspecify.annotations.NullMarked;
