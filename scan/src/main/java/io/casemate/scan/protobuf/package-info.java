/** The one idea: a protobuf message is read where it lies, field by field, without a schema, without a copy. */
@NullMarked
package io.casemate.scan.protobuf;

import org.jspecify.annotations.NullMarked;
