"""What Diwan knows of languages, dates and words, apart from any article."""
