/**
 * The National Early Warning Score 2 as an interval. The latest values of one patient enter, each with its age; the lowest
 * and the highest score that they allow leave, with the share of every parameter. A missing value is never taken as
 * normal. Pure: no clock, no Flink. Read {@link org.wardlight.models.news2.News2} first.
 */
@NullMarked
package org.wardlight.models.news2;

import org.jspecify.annotations.NullMarked;
