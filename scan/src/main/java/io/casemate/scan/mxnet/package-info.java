/**
 * The one idea: a file of MXNet parameters is a list of arrays, then a list of their names. Arrays carry their storage type,
 * shape and numbers; sparse ones carry indexes too, which MXNet follows without a look.
 */
@NullMarked
package io.casemate.scan.mxnet;

import org.jspecify.annotations.NullMarked;
