/**
 * Settings of the roles. Defaults, a YAML file and environment variables enter, in rising order of weight; one typed set
 * of settings leaves, or the list of everything that is wrong with them. Read
 * {@link org.wardlight.app.configuration.WardlightSettings} first.
 */
@NullMarked
package org.wardlight.app.configuration;

import org.jspecify.annotations.NullMarked;
