/** Published rules under the contract of models: {@link org.wardlight.models.rules.PublishedRules} lists them. */
@NullMarked
package org.wardlight.models.rules;

import org.jspecify.annotations.NullMarked;
