"""Adding: from a saved file, an address or a list of references to a record, and to the source that a record lacks."""
