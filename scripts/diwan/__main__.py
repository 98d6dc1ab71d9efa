"""`python -m diwan` is the same door as the command `diwan`."""

from diwan.cli import main

if __name__ == "__main__":
    main()
