/**
 * What the numbers of a model look like. Statistics are evidence, never a verdict: honest training makes strange weights too.
 */
@NullMarked
package io.casemate.scan.weight;

import org.jspecify.annotations.NullMarked;
