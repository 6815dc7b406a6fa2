/**
 * Serialised objects of Java, as Weka, Spark, Deeplearning4j and others store models. The one idea: classes are known by the
 * descriptors in the stream, which are judged by their names before anything could be made of them.
 */
@NullMarked
package io.casemate.scan.javaserial;

import org.jspecify.annotations.NullMarked;
