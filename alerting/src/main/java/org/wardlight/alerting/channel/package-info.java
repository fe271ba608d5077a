/**
 * One attempt to hand a page to a receiver, for each kind of receiver. In goes a page; out comes what became of it, within
 * a bounded time. Knows nothing of alarms, stores or repeats. Read {@link org.wardlight.alerting.channel.Channel} first.
 */
@NullMarked
package org.wardlight.alerting.channel;

import org.jspecify.annotations.NullMarked;
