/**
 * Files that hold numbers and little else: matrices of MATLAB, vectors of words, IDX. The one idea: a small head says how many
 * numbers follow, and a file that fits it to the last byte holds nothing else.
 */
@NullMarked
package io.casemate.scan.matrix;

import org.jspecify.annotations.NullMarked;
