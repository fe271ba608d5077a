package org.wardlight.station.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.RotaShift;
import org.wardlight.events.v1.RotaStep;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.Occupant;

/** What somebody wants of the register. Times are ms since 1970; an absent one is now. Deciding changes nothing. */
public sealed interface RegisterCommand {

    /** What it comes to as the ward is now, or why it cannot be. */
    Decision decide(Ward ward) throws RegisterRefusal;

    /** Somebody comes, or came at a past moment, with a device or without. */
    record Admit(
            String bedId,
            Occupant who,
            @Nullable Device device,
            @Nullable Long since) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return StayDecisions.admit(ward, bedId, who, device, since);
        }
    }

    /**
     * Who it is, all of it anew: an absent age is one that is not known.
     *
     * @param news2Exclusion why NEWS2 is not made beside the age, empty for no reason; absent leaves it as it was
     */
    record SetDemographics(
            String patientRef,
            String initials,
            @Nullable Integer age,
            String sex,
            @Nullable String news2Exclusion) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return StayDecisions.demographics(ward, this);
        }
    }

    /** Somebody lies in another bed, which is empty; their devices go along. */
    record Transfer(String patientRef, String bedId) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return StayDecisions.transfer(ward, patientRef, bedId);
        }
    }

    /** Somebody goes, and wears nothing any more. */
    record Discharge(String patientRef) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return StayDecisions.discharge(ward, patientRef);
        }
    }

    /** Two people change beds; their devices go along. */
    record SwapPatients(String bedA, String bedB) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return StayDecisions.swapPatients(ward, bedA, bedB);
        }
    }

    /** The devices of two beds change their wearers. */
    record SwapDevices(String bedA, String bedB, @Nullable Long from) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return DeviceDecisions.swap(ward, bedA, bedB, from);
        }
    }

    /** A device is put on; an empty bed then has somebody unknown in it, from the same moment on. */
    record Connect(String bedId, Device device, @Nullable Long from) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return DeviceDecisions.connect(ward, bedId, device, from);
        }
    }

    /** Devices of a kind that the plan does not know. */
    record DeclareDevices(List<String> deviceIds, String profile, List<ExpectedSignal> signals)
            implements RegisterCommand {
        /** Copies the lists. */
        public DeclareDevices {
            deviceIds = List.copyOf(deviceIds);
            signals = List.copyOf(signals);
        }

        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return DeviceDeclaration.declare(ward, deviceIds, profile, signals);
        }
    }

    /** A device is taken off. */
    record TakeOff(String deviceId, @Nullable Long at) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return DeviceDecisions.takeOff(ward, deviceId, at);
        }
    }

    /** Somebody wore a device from another moment, or until another one, than was said; absent is as it was. */
    record CorrectAssociation(
            String id, @Nullable Long from, @Nullable Long to) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return DeviceDecisions.correct(ward, id, from, to);
        }
    }

    /** Other levels of some rules; the other rules stay as they are. Refused when {@code seen} is not the revision now. */
    record SetLimits(
            String patientRef,
            List<RuleLevels> rules,
            @Nullable Long seen) implements RegisterCommand {
        /** Copies the list. */
        public SetLimits {
            rules = List.copyOf(rules);
        }

        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return LimitDecisions.limits(ward, patientRef, rules, seen);
        }
    }

    /** Another care profile, with its limits. */
    record SetCareProfile(String patientRef, String careProfile) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return LimitDecisions.careProfile(ward, patientRef, careProfile);
        }
    }

    /** Another SpO2 scale, 1 or 2, and who ordered it. */
    record OrderScale(String patientRef, int scale, String orderedBy) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return LimitDecisions.scale(ward, patientRef, scale, orderedBy);
        }
    }

    /** Another nurse of a bed, by staff id. */
    record SetNurse(String bedId, String nurse) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return BedDecisions.nurse(ward, bedId, nurse);
        }
    }

    /** One bed more, at the end. */
    record AddBed(String bedId, String nurse) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return BedDecisions.add(ward, bedId, nurse);
        }
    }

    /** An empty bed goes. */
    record RemoveBed(String bedId) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return BedDecisions.remove(ward, bedId);
        }
    }

    /**
     * Another rota; persons by staff id or as they are called on screen, empty for the nurse of the bed. Refused when
     * {@code seen} is not the revision now.
     */
    record SetRota(
            List<RotaStep> steps,
            List<RotaShift> shifts,
            @Nullable Long seen) implements RegisterCommand {
        /** Copies the lists. */
        public SetRota {
            steps = List.copyOf(steps);
            shifts = List.copyOf(shifts);
        }

        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return RotaDecision.set(ward, steps, shifts, seen);
        }
    }

    /** Something was seen or done at the bed. */
    record Chart(String patientRef, Charted charted) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return ChartDecisions.chart(ward, patientRef, charted);
        }
    }

    /** An entry was wrong; with nothing charted it is struck out. */
    record CorrectEntry(KeptEntry wrong, Charted charted) implements RegisterCommand {
        @Override
        public Decision decide(Ward ward) throws RegisterRefusal {
            return ChartDecisions.correct(ward, wrong, charted);
        }
    }
}
