package io.casemate.scan.pickle;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Judges pickles of protocols 0 to 5 by the calls that loading them would make. Opcodes as in CPython's Lib/pickletools.py. */
public final class PickleScanner implements FormatScanner {
    @Override
    public String id() {
        return "pickle";
    }

    @Override
    public Recognition recognises(Content content) {
        return PickleReader.legacyTorch(content) || PickleReader.legacyTar(content)
                ? Recognition.NO
                : Skim.recognises(content);
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        var reader = PickleReader.of(content, inspection);
        try {
            PickleReading pickle = reader.one(0, false);
            while (pickle.complete() && pickle.end() < content.size() && Trailing.pickle(content, pickle.end())) {
                pickle = reader.one(pickle.end(), false);
            }
            if (pickle.complete()) {
                Trailing.tell(content, pickle.end(), inspection);
            }
            reader.persistent();
        } finally {
            reader.finish();
        }
    }
}
