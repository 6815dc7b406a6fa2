/**
 * The one idea: an HDF5 file is a graph of addresses that its author chose, so every step along it is bounded: no cycle is
 * followed twice, no length is trusted, no data set is copied. What is inside (JSON, pickles, numbers) goes on to whoever
 * reads it. Layouts as in the HDF5 File Format Specification, version 3.0.
 */
@NullMarked
package io.casemate.scan.hdf5;

import org.jspecify.annotations.NullMarked;
