"""The leak check: whether a finished site holds more of the sources' words than their records permit."""
