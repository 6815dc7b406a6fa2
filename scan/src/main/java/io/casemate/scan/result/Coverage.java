package io.casemate.scan.result;

/**
 * How much of a file somebody understood.
 *
 * @param bytesRead bytes whose meaning is known
 * @param bytesTotal size of the file
 */
public record Coverage(long bytesRead, long bytesTotal) {
    /** As a share, 0 to 1; 1 for an empty file. */
    public double share() {
        return bytesTotal == 0 ? 1 : (double) bytesRead / bytesTotal;
    }
}
