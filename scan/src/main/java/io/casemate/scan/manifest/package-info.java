/**
 * Small documents in JSON that say which other files make up a model: indexes of shards, symbols of MXNet, models of
 * TensorFlow.js, image layouts. The one idea: what counts in them are the paths and the names of operators.
 */
@NullMarked
package io.casemate.scan.manifest;

import org.jspecify.annotations.NullMarked;
