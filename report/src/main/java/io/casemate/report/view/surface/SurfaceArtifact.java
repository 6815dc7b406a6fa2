package io.casemate.report.view.surface;

import io.casemate.core.model.Element;
import io.casemate.core.model.Level;

/**
 * A file, or a model without a named file, that whoever loads it is exposed to.
 *
 * @param path as the model states it; empty where an element that is made of files names none
 * @param format the title of its format
 * @param usual how exposed one is by the format alone
 * @param exposure how exposed one is by what is known now
 * @param because why it is not as usual, or why it is
 * @param scanned whether evidence that counts stands behind it
 */
public record SurfaceArtifact(
        Element element, String path, String format, Level usual, Level exposure, String because, boolean scanned) {}
