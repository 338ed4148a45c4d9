"""The command `srt`: one parser, one line for every error."""

import argparse
import sys

from srt_tui.version import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = argparse.ArgumentParser(prog="srt")
    parser.add_argument("--version", action="version", version=f"srt {__version__}")
    parser.parse_args(sys.argv[1:] if arguments is None else arguments)
    return 0
