"""``python -m wardlight_training sepsis|anomaly --features FILE... --out DIR``."""

import argparse
from pathlib import Path

from . import anomaly, sepsis

TRAINERS = {"sepsis": sepsis.train, "anomaly": anomaly.train}


def main() -> None:
    parser = argparse.ArgumentParser(prog="wardlight_training", description="Trains a model that comes with Wardlight.")
    parser.add_argument("model", choices=sorted(TRAINERS))
    parser.add_argument("--features", nargs="+", type=Path, required=True, help="written by 'wardlight features'")
    parser.add_argument("--out", type=Path, required=True, help="folder of models; the model gets one of its own in it")
    arguments = parser.parse_args()
    TRAINERS[arguments.model](arguments.features, arguments.out)


if __name__ == "__main__":
    main()
