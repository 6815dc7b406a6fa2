/**
 * The one idea: marshalled Python code is disassembled and run over {@link io.casemate.scan.call.Value}s instead of objects,
 * so that what it would call becomes {@link io.casemate.scan.call.Call}s for the same judge as everything else.
 */
@NullMarked
package io.casemate.scan.bytecode;

import org.jspecify.annotations.NullMarked;
