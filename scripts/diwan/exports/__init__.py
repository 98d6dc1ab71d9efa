"""Open data: the corpus in the formats of libraries, statistics programs, reference managers and the web."""
