"""`python -m kit check|proof|still|compare CLIP[:PICTURE] …`.

Renders what has changed; `compare` renders a still aside and says how far the kept one is from it.
"""

# SPDX-License-Identifier: GPL-3.0-or-later

import argparse
import sys
from pathlib import Path

from kit.work import Work, wanted
from srt_tui.domain.errors import SrtError


def main() -> int:
    """The command line; progress goes to the output, one line a picture."""
    parser = argparse.ArgumentParser(prog="kit", description=__doc__)
    parser.add_argument("what", choices=("check", "proof", "still", "compare"))
    parser.add_argument("pictures", nargs="+", metavar="CLIP[:PICTURE]")
    parser.add_argument("--clips", type=Path, default=Path("content/steady-ground/clips"))
    parser.add_argument("--proofs", type=Path, default=Path(".proofs"))
    parser.add_argument("--again", action="store_true", help="also what has not changed")
    chosen = parser.parse_args()
    try:
        work = Work(chosen.clips, chosen.proofs, again=chosen.again)
        failed = [
            each
            for each in wanted(chosen.clips, chosen.pictures)
            if not work.do(chosen.what, *each)
        ]
    except SrtError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
