package org.wardlight.stream.sequence;

import java.util.ArrayList;
import java.util.List;

/** Keyed state of {@link SequenceOrder}: what was seen per boot, and what is held until a gap fills. */
public class SequenceState {
    /** One entry per boot heard within the last 72 h. */
    public List<BootSequence> boots = new ArrayList<>();
    /** Messages that came before one they should follow, lowest number first. */
    public List<HeldMessage> held = new ArrayList<>();
    /** Content hashes of the last messages that carry no number, oldest first. */
    public List<String> hashes = new ArrayList<>();

    /** For the state serializer. */
    public SequenceState() {}
}
