package io.casemate.scan.cache;

import io.casemate.scan.result.FileReport;
import java.util.Optional;

/** What earlier scans said. A result depends on the bytes, the last part of the name, and the version of what judged it. */
public interface KeptResults {
    /** Nothing is kept. */
    KeptResults NONE = new KeptResults() {
        @Override
        public boolean keeps() {
            return false;
        }

        @Override
        public Optional<FileReport> find(String sha256, String simpleName) {
            return Optional.empty();
        }

        @Override
        public void keep(String simpleName, FileReport report) {
            // nothing is kept
        }
    };

    /** Whether it is worth asking. */
    boolean keeps();

    /** What was said of a file of that digest and name; its path is that of then. */
    Optional<FileReport> find(String sha256, String simpleName);

    /** Keeps a result. One with gaps is not kept: next time more may be readable. */
    void keep(String simpleName, FileReport report);
}
