/**
 * The one idea: a file of ExecuTorch is a list of instructions that call operators by name and hand parts of the model to
 * backends. Operators and backends that ExecuTorch does not bring are code from elsewhere; indexes are checked, because the
 * runtime on a device follows them without a look.
 */
@NullMarked
package io.casemate.scan.executorch;

import org.jspecify.annotations.NullMarked;
