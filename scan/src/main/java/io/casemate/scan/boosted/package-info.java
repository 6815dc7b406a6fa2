/**
 * Boosted trees of XGBoost, LightGBM and CatBoost in their own formats. The one idea: trees are arrays that point into each
 * other, so that all there is to check is where they point, and that texts are only texts.
 */
@NullMarked
package io.casemate.scan.boosted;

import org.jspecify.annotations.NullMarked;
