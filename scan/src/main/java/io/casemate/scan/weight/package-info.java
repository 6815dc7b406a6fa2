/**
 * What the numbers of a model look like. Statistics are evidence, never a verdict: honest training makes strange weights too.
 * Only a comparison with an earlier version may make a file suspicious: where most tensors are the same to the byte and a few
 * are not, nobody trained.
 */
@NullMarked
package io.casemate.scan.weight;

import org.jspecify.annotations.NullMarked;
