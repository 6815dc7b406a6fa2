package io.casemate.scan.hdf5;

/**
 * A piece of a data set as it is stored.
 *
 * @param skipped bits of the filters that were not applied to it
 */
record Chunk(long offset, long length, int skipped) {}
