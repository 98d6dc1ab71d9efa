"""Diwan turns a folder of press articles into a static website a researcher can trust.

Rooms are named after the stages of the work, and an importer knows only rooms below it:
cli ▸ build ▸ pages | exports | search ▸ edition ▸ library ▸ documents | corpus ▸ text ▸ files | problems ▸ model.
"""

import os

__version__ = "0.1.0"

# Matrices here are small, and every process has its own share of the work: threads cost more than they give, and as many
# as there are processors would add numbers in an order of their own. Read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
