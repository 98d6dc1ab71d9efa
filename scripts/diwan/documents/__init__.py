"""From a source to a document: read, split into blocks, each kept or set aside, with the rule that decided."""
