"""Lines: each line of a plain text is judged by where it stands and by its form: rules first, then models that look again."""
