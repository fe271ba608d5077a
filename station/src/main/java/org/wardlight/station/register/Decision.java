package org.wardlight.station.register;

import java.util.List;

/**
 * What a command comes to.
 *
 * @param changes nothing when everything is as wished already
 * @param what was done, in the words of the change log
 * @param about which bed or device it concerns; never a person
 */
record Decision(List<Change> changes, String what, String about) {

    static final Decision NOTHING = new Decision(List.of(), "", "");

    Decision {
        changes = List.copyOf(changes);
    }
}
