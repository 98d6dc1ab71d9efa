"""Pages: Markdown with front matter for everything the site shows, in every language of the interface."""
