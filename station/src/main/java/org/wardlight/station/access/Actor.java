package org.wardlight.station.access;

import org.wardlight.station.plan.WardPlan.Role;
import org.wardlight.station.plan.WardPlan.StaffMember;

/** Somebody who has shown who they are. */
public record Actor(String id, String name, Role role) {

    static Actor of(StaffMember member) {
        return new Actor(member.id(), member.name(), member.role());
    }
}
