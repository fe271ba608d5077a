"""Writes model cards from manifests: no figure is typed by hand."""

from textwrap import dedent


def _table(metrics: dict, sets: list[tuple[str, str]], figures: list[tuple[str, str]]) -> str:
    lines = ["| | " + " | ".join(title for _, title in figures) + " |", "|---" * (len(figures) + 1) + "|"]
    for name, title in sets:
        if name in metrics:
            cells = [f"{metrics[name][figure]:.3f}" if figure in metrics[name] else "" for figure, _ in figures]
            lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _inputs(manifest: dict) -> str:
    lines = ["| input | unit | range | resolution | counts for completeness |", "|---|---|---|---|---|"]
    for each in manifest["inputs"]:
        lines.append(
            f"| {each['id']} | {each['unit']} | {each['lowest']} to {each['highest']} | {each['resolution']} |"
            f" {'yes' if each['required'] else 'no'} |"
        )
    return "\n".join(lines)


def _data(manifest: dict) -> str:
    return "\n".join(
        f"- {each['name']} ({each['licence']}): {each['stays']} in training, {each['rows']} rows, {each['events']} events."
        f" {each['citation']}. Split {each['split']}."
        for each in manifest["trainingData"]
    )


def _head(manifest: dict) -> str:
    return (
        f"# {manifest['title']}: `{manifest['id']}`, version {manifest['version']}\n\n"
        f"SHA-256 of the ONNX file: `{manifest['sha256']}`. Licence: Apache-2.0.\n\n"
        "**Research and education only. Not a medical device; nobody may decide about a patient by it.**\n"
    )


def of_sepsis(manifest: dict) -> str:
    metrics = manifest["metrics"]
    test, news2 = metrics["test"], metrics["test-news2"]
    figures = [
        ("utility", "utility"),
        ("auroc", "AUROC"),
        ("auprc", "AUPRC"),
        ("calibrationSlope", "calibration slope"),
        ("alertsPerPatientDay", "alarms begun per patient and day"),
        ("septicStaysWithAlarmIn12h", "septic stays with an alarm in the 12 h before"),
        ("medianLeadHours", "median lead, h"),
    ]
    sets = [
        ("test", "model, test part"),
        ("test-news2", "NEWS2, same rows"),
        ("test-hospital-a", "model, hospital A"),
        ("test-hospital-a-news2", "NEWS2, hospital A"),
        ("test-hospital-b", "model, hospital B"),
        ("test-hospital-b-news2", "NEWS2, hospital B"),
        ("trained-on-a-tested-on-b", "trained on A alone, hospital B"),
    ]
    return _head(manifest) + "\n" + dedent(
        """\
        ## What it is for

        It gives the probability that a patient's hour carries the sepsis label of the Challenge 2019: that sepsis, by the
        Sepsis-3 criteria as that data set applies them, begins within six hours or has begun. For researchers who study
        early warning on vital signs that a wearable can measure. Clinicians see it as an advisory with reasons, of medium
        priority at most, beside NEWS2, never instead of it.

        **Out of scope:** children, pregnancy, deciding about treatment, ruling sepsis out, use without a person who looks.

        ## How it works

        Boosted trees (XGBoost) on hourly levels of vital signs, their trends over hours, their distance from what is usual
        with this patient, age, and hours since admission. A level now is that of the last five minutes, or else the newest
        hour's, up to a day back; an hour is the median of what was measured in it, so how densely a device measures does
        not matter. Faster heart or breathing, lower saturation or pressure, or becoming so, never lowers the probability, other
        things equal.
        How long ago something was measured is not an input: it would tell how worried a hospital was. A missing value is
        missing, and the trees learned what to make of that. Calibration (logistic, on validation stays) is inside of the
        graph, which takes raw units. Scored every minute; below 60 % of the inputs that count, there is no score.

        """
    ) + _inputs(manifest) + "\n\n## Data\n\n" + _data(manifest) + "\n\n" + dedent(
        """\
        De-identified intensive-care stays of two hospitals in the United States. **Ward patients with wearables are other
        people:** younger or older, less ill, measured otherwise. Nothing here shows that it works on them. Labels
        depend on when somebody suspected an infection.

        ## How good it is

        On stays that it was never trained or tuned on. *Utility* is that of the challenge: 0 is never to alarm, 1 the best
        there is. NEWS2 is computed on the same rows, values carried forward, without consciousness (not recorded), at the
        threshold that is best on the validation stays.

        """
    ) + _table(metrics, sets, figures) + "\n\n" + dedent(
        f"""\
        {int(test['stays'])} stays, {int(test['septicStays'])} of them septic, {int(test['rows'])} hours. The calibration
        intercept is {test['calibrationIntercept']:.3f}, the Brier score {test['brier']:.4f}. The largest difference between
        the ONNX file and the Python model on these rows is {metrics['parity']['largestDifference']:.1e}.

        **Threshold** {manifest['threshold']:.4f}: where the utility of the validation stays is greatest. It is low because
        sepsis is rare: {test['alertsPerPatientDay']:.2f} alarms begin per patient and day, against
        {news2['alertsPerPatientDay']:.2f} of NEWS2. Most of them are false. Choose another one for another ward.

        ## Limits

        - Length of stay is among its strongest inputs, and means something else on a ward than in intensive care.
        - No figures by sex, ethnicity or device: the data set has too little, or none, of these. Oximeters read too high on
          darker skin.
        - No confidence intervals yet.
        - It has never been prospectively tested.

        ## Making it again

        `models/training/train sepsis`, with the recordings in `WARDLIGHT_DATA`. Updates get another version, and start in
        shadow.
        """
    )


def of_anomaly(manifest: dict) -> str:
    metrics = manifest["metrics"]
    kinds = sorted(name for name in metrics if name.startswith("test-") and f"{name}-news2" in metrics)
    sets = [("test", "model, all disturbances"), ("test-news2", "NEWS2 of the same vitals")]
    for name in kinds:
        title = name.removeprefix("test-").replace("-", " ")
        sets += [(name, f"model, {title}"), (f"{name}-news2", f"NEWS2, {title}")]
    figures = [
        ("auroc", "AUROC"),
        ("auprc", "AUPRC"),
        ("sensitivity", "rows found at the threshold"),
        ("alarmsPerQuietHour", "alarms begun per undisturbed hour"),
    ]
    test = metrics["test"]
    return _head(manifest) + "\n" + dedent(
        """\
        ## What it is for

        It tells how unlike a patient's own last quarter of an hour the last minute is, 0 to 1. It does not know what is
        dangerous, only what is unusual with this person: a hint to look, for researchers. It is no probability of anything.

        **Out of scope:** everything that a limit or a score is for. It never pages: a recording of people who really got
        worse, which a gate of its manifest asks for, was not there to test it on.

        ## How it works

        Medians of ten seconds; the level and the spread of the quarter of an hour before the last minute; how far the last
        minute and the last three are from it, how far the minute jumped, how much wider it swings. Each counts by its
        squashed square (asinh), weights are never negative, and a logistic curve makes 0 to 1 of the sum. What is missing
        adds nothing. Scored every ten seconds.

        """
    ) + _inputs(manifest) + "\n\n## Data\n\n" + _data(manifest) + "\n\n" + dedent(
        """\
        **The anomalies are made, not recorded:** desaturation by 8 %, heart rate by 1.4 or 0.65, breathing faster by 12 or
        half as fast, growing within a minute, and the values of another person, laid over copies of the recordings.

        ## How good it is

        On people who it was never trained or tuned on.

        """
    ) + _table(metrics, sets, figures) + "\n\n" + dedent(
        f"""\
        {int(test['people'])} people, {int(test['rows'])} rows. The largest difference between the ONNX file and the Python
        model on these rows is {metrics['parity']['largestDifference']:.1e}.

        **Threshold** {manifest['threshold']:.3f}: the least at which undisturbed people of the validation part raised at most
        two alarms an hour.

        ## Limits

        - Few people, short recordings, made events. Volunteers with wristbands were put under stress, which the model rightly
          finds unusual: part of what counts as a false alarm.
        - Movement, a changed sensor, a meal are unusual too.
        - No figures by age, sex, ethnicity or device.

        ## Making it again

        `models/training/train anomaly`, with the recordings in `WARDLIGHT_DATA`. Updates get another version.
        """
    )
