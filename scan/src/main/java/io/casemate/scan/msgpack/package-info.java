/**
 * MessagePack as Flax and JAX write it: maps of names to arrays. The one idea: values are walked without making any, and the
 * extension types that stand for arrays become tensors.
 */
@NullMarked
package io.casemate.scan.msgpack;

import org.jspecify.annotations.NullMarked;
