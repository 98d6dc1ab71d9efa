"""The curated files: read, judged as a whole, and handed on as values that remember where they stand."""
