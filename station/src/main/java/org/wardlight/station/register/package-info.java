/**
 * Who lies where, under which pseudonym, with which device. In come the ward plan and the wish to connect a device; out go
 * the compacted register topics, which are also what a restart goes on from. Which pseudonym is whom stays in memory. Read
 * {@link org.wardlight.station.register.WardRegister} first.
 */
@NullMarked
package org.wardlight.station.register;

import org.jspecify.annotations.NullMarked;
