"""Names: what words name by themselves, wherever they stand: who wrote, a day, a place, an outlet."""
