"""Web pages: from the markup of a saved page to its text, judged stretch by stretch, and the facts it states."""
