/**
 * Who lies where, under which pseudonym, with which device, limits and chart. In come the ward plan and commands; they are
 * decided without a database ({@code *Decisions}), kept in one ({@code *Table}), and told to the compacted topics by its
 * outbox. Which pseudonym is whom never leaves. Read {@link org.wardlight.station.register.WardRegister} first, then
 * {@link org.wardlight.station.register.RegisterCommand}.
 */
@NullMarked
package org.wardlight.station.register;

import org.jspecify.annotations.NullMarked;
