"""The library: records and documents joined, concepts found in them, articles related to one another."""
