/**
 * The tools around the trend store. A store's address enters; whether it can be used, and how fast it answers what pages
 * ask, leaves. Read {@link org.wardlight.app.trends.TrendsCommand} first.
 */
@NullMarked
package org.wardlight.app.trends;

import org.jspecify.annotations.NullMarked;
