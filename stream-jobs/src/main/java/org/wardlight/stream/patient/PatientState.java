package org.wardlight.stream.patient;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.models.history.VitalHistoryState;

/** Everything the job remembers of one patient across devices. Cleared at discharge, or 24 h after the last reading. */
public class PatientState {
    /** The register's record of the stay, as bytes; empty while unknown. */
    public byte[] patient = new byte[0];
    /** Where the readings come from, as they say; empty while unknown. */
    public String site = "";
    /** Revision of the record. */
    public long revision;
    /** Readings since the last grid point. */
    public List<PendingNumeric> pending = new ArrayList<>();
    /** Changes of the record since the last grid point. */
    public List<PendingPatient> changes = new ArrayList<>();
    /** The last minutes of each vital. */
    public List<SeriesState> series = new ArrayList<>();
    /** The next grid point, ingest clock, ms; 0 when none is planned. */
    public long nextGridMillis;
    /** Ingest time of the newest reading, ms. */
    public long lastReadingMillis;
    /** Grid point of the last published score, ms. */
    public long publishedMillis;
    /** Points and states of the last published score. */
    public long signature;
    /** The newest reading that entered a score, as bytes of a DecidingReading. */
    public byte[] lastReading = new byte[0];
    /** The condition that the score may raise. */
    public RiskState risk = new RiskState();

    /** What models look back on: the last minutes and hours of each vital. */
    public List<VitalHistoryState> history = new ArrayList<>();
    /** Up to when models were asked, ingest clock, ms; 0 before the first reading. */
    public long askedMillis;

    /** How the vitals that are followed went in the last quarter of an hour. */
    public List<TrendState> trends = new ArrayList<>();
    /** Which device delivers which vital. */
    public List<SourceState> sources = new ArrayList<>();
    /** What is usual for this patient. */
    public List<BaselineState> baselines = new ArrayList<>();
    /** Rules of several vitals that are not at rest. */
    public List<GridRuleState> rules = new ArrayList<>();

    /** For the state serializer. */
    public PatientState() {}
}
