package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/**
 * Reads HDF5: Keras weights and models, pandas tables, MATLAB files. Its attributes of JSON (a Keras configuration) and of
 * pickles (pandas) are content of their own.
 */
public final class Hdf5Scanner implements FormatScanner {
    @Override
    public String id() {
        return "hdf5";
    }

    @Override
    public Recognition recognises(Content content) {
        long at = Superblock.find(content);
        return at >= 0 && Superblock.sane(content, at) ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        long at = Superblock.find(content);
        if (!Superblock.sane(content, at)) {
            inspection.reject();
            return;
        }
        inspection.accept();
        Hdf5File file = Superblock.read(content, inspection, at);
        boolean whole = new Walk(file).run();
        new Rest(file).tell(at, whole);
    }
}
