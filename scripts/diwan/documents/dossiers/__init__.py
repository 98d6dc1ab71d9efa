"""Dossiers: files that press archives hand out, with many articles in one, and the cuttings that are made of them."""
