package io.casemate.core.knowledge.format;

import io.casemate.core.model.Level;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A format of files that models are made of, as the name of a file tells it.
 *
 * @param endings how the names of such files end, in small letters
 * @param exposure how exposed whoever loads one is, before a scan has looked at it
 * @param because why, as the end of a sentence
 */
public record FileFormat(String id, String title, List<String> endings, Level exposure, String because) {
    public FileFormat {
        endings = List.copyOf(endings);
    }

    /** The format whose ending fits the name of the file; of several the longest. */
    public static Optional<FileFormat> of(String path, Collection<FileFormat> formats) {
        String name = path.toLowerCase(Locale.ROOT);
        FileFormat best = null;
        int length = 0;
        for (FileFormat format : formats) {
            for (String ending : format.endings()) {
                if (name.endsWith(ending) && ending.length() > length) {
                    best = format;
                    length = ending.length();
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
