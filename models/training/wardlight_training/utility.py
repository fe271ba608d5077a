"""The utility of the Challenge 2019 (Reyna et al., Crit Care Med 2020;48(2):210-217), hour by hour."""

import numpy as np
import pandas as pd

LABELS_EARLY = 6
TOO_EARLY = -12
BEST = -6
TOO_LATE = 3
FALSE_ALARM = -0.05


class Utility:
    """What an alarm, and none, is worth in each row of a table with the columns stay, hour and label."""

    def __init__(self, frame: pd.DataFrame):
        hours = frame["hour"].to_numpy()
        never = np.iinfo(np.int64).max // 4
        first = frame.assign(first=np.where(frame["label"] == 1, hours, never)).groupby("stay")["first"].transform("min")
        septic = (first < never).to_numpy()
        late = hours - (first.to_numpy() + LABELS_EARLY)
        after = late > TOO_LATE
        before = late <= BEST
        alarm = np.where(before, np.maximum((late - TOO_EARLY) / 6, FALSE_ALARM), (TOO_LATE - late) / (TOO_LATE - BEST))
        none = np.where(before, 0.0, -2 * (late - BEST) / (TOO_LATE - BEST))
        self.alarm = np.where(septic, np.where(after, 0.0, alarm), FALSE_ALARM)
        self.none = np.where(septic & ~after, none, 0.0)
        best = septic & (late >= TOO_EARLY) & ~after
        self._of_none = self.none.sum()
        self._of_best = np.where(best, self.alarm, self.none).sum()

    def total(self, alarms: np.ndarray) -> float:
        return float(np.where(alarms, self.alarm, self.none).sum())

    def normalised(self, alarms: np.ndarray) -> float:
        """0 is never to alarm, 1 the best there is."""
        return float((self.total(alarms) - self._of_none) / (self._of_best - self._of_none))

    def best_threshold(self, values: np.ndarray, candidates: np.ndarray) -> float:
        return float(max(candidates, key=lambda threshold: self.normalised(values >= threshold)))
