"""The pen: a process of its own that draws. The library that draws starts threads, and Diwan forks.

In: a JSON array of Vega-Lite specifications on standard input. Out: a JSON array of SVG texts.
"""

import json
import sys

import vl_convert


def main() -> None:
    """Draw everything that standard input asks for."""
    specs = json.load(sys.stdin)
    json.dump([vl_convert.vegalite_to_svg(json.dumps(spec)) for spec in specs], sys.stdout)


if __name__ == "__main__":
    main()
