"""The pen: a process of its own that draws. The library that draws starts threads, and Diwan forks.

In: a JSON array of Vega-Lite specifications on standard input. Out: a JSON array of SVG texts.

Words are measured to see how much room they take. The library brings Latin letters along; for others it would ask the
fonts of the machine, of which each has its own, so that it is shown a folder with the Arabic letters of the site alone.
"""

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import vl_convert

from diwan.typefaces import MEASURED, file_of

#: What tells the library where fonts are (fonts.conf(5)); FONTCONFIG_FILE names it.
_SETTINGS = "<fontconfig><dir>{}</dir></fontconfig>"


def main() -> None:
    """Draw everything that standard input asks for."""
    specs = json.load(sys.stdin)
    with TemporaryDirectory() as folder:
        fonts, settings = Path(folder, "fonts"), Path(folder, "fonts.conf")
        fonts.mkdir()
        (fonts / "arabic.ttf").symlink_to(file_of(MEASURED))
        settings.write_text(_SETTINGS.format(fonts), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(settings)
        json.dump([vl_convert.vegalite_to_svg(json.dumps(spec)) for spec in specs], sys.stdout)


if __name__ == "__main__":
    main()
