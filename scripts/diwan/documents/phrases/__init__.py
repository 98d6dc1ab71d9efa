"""Phrases: the few words by which pages speak of themselves and to whoever reads them, in the languages of the corpus."""
