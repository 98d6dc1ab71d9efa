"""PDF: from characters at places on pages to lines, columns and paragraphs."""
