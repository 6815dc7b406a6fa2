/** SentencePiece vocabularies: pieces with scores as one protobuf message, which nothing executes. */
@NullMarked
package io.casemate.scan.sentencepiece;

import org.jspecify.annotations.NullMarked;
