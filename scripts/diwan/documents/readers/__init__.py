"""Readers: one file per format, each turning bytes into blocks of text in reading order."""
