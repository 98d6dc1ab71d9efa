#!/usr/bin/env python3
"""The one-file door: `python scripts/convert.py` is `diwan convert`."""

import sys

from diwan.cli import main

main(["convert", *sys.argv[1:]])
