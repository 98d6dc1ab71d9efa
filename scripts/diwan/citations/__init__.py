"""Citations: articles as reference managers, style guides and browsers know them, all through the crosswalk."""
