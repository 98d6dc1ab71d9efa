"""Diwan turns a folder of press articles into a static website a researcher can trust.

Rooms are named after the stages of the work, and an importer knows only rooms below it:
cli ▸ build ▸ pages | exports | search ▸ edition ▸ library ▸ documents | corpus ▸ text ▸ files | problems ▸ model.
"""

__version__ = "0.1.0"
