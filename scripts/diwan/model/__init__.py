"""The nouns of Diwan, as frozen values: nothing here reads a file or knows another room."""
