/**
 * Files that are only looked at: pictures, sounds, tables. The one idea: each format says itself where it ends, and what stands
 * behind that is somebody else's.
 */
@NullMarked
package io.casemate.scan.media;

import org.jspecify.annotations.NullMarked;
