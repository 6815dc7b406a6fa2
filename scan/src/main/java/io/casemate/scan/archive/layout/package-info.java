/** What zips of a certain layout are: wheels and documents of office programs. */
@NullMarked
package io.casemate.scan.archive.layout;

import org.jspecify.annotations.NullMarked;
