/** Core ML models: one protobuf message. The one idea: layers are data unless the app or another file must bring them. */
@NullMarked
package io.casemate.scan.coreml;

import org.jspecify.annotations.NullMarked;
