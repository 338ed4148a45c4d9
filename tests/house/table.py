"""The house in figures: `python tests/house/table.py [CHECKOUT]` prints a table of a checkout.

What one key enters is counted in the running demo, from the key until the screen rests: every
file of the package of which a function was called. The story is told on the screen.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.house.classes import Classes  # noqa: E402 - this runs as a script
from tests.support.terminal import Terminal  # noqa: E402 - likewise

WATCHED = """
import signal, sys
from pathlib import Path
package, told, entered = sys.argv[1], Path(sys.argv[2]), set()

def watch(frame, event, _):
    if event == "call":
        entered.add(frame.f_code.co_filename)

def tell(*_):
    ours = sorted(name for name in entered if name.startswith(package))
    entered.clear()
    told.with_suffix(".part").write_text("\\n".join(ours))
    told.with_suffix(".part").rename(told)

signal.signal(signal.SIGUSR1, tell)
sys.setprofile(watch)
from srt_tui.cli.main import main
sys.argv = ["srt"]
sys.exit(main(["demo"]))
"""
RESTS = 1.2
"""Seconds without a sign on the screen; a draft is written within one."""


class Counted:
    """The demo in a terminal, which says on request what was entered since it was asked last."""

    def __init__(self, terminal: Terminal, told: Path) -> None:
        self._terminal, self._told = terminal, told

    def since(self) -> list[str]:
        """The files entered since the last time."""
        import signal  # noqa: PLC0415 - not on every system

        self._terminal.at_rest(RESTS)
        self._told.unlink(missing_ok=True)
        self._terminal.signal(signal.SIGUSR1)
        self._terminal.until(lambda _: self._told.exists())
        return self._told.read_text().splitlines()

    def entered(self, *keys: str) -> int:
        """How many files these keys enter."""
        self.since()
        self._terminal.press(*keys)
        return len(self.since())


def entered_by_keys(checkout: Path) -> dict[str, int]:
    """Files entered by a letter, his words kept, play, and ten seconds back."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "settings.toml").write_text('player = "storyboard"\n')
        told = home / "told"
        env = {
            **os.environ, "PYTHONPATH": str(checkout), "SRT_HOME": folder, "TMPDIR": folder,
            "TERM": "xterm-256color",
        }  # fmt: skip
        command = [sys.executable, "-P", "-c", WATCHED, str(checkout / "srt_tui"), str(told)]
        with Terminal(command, env=env) as terminal:
            terminal.expect("JD-07")
            counted = Counted(terminal, told)
            terminal.press("down", "enter")
            terminal.expect("Prepare")
            terminal.at_rest(RESTS)
            terminal.press("enter")
            terminal.expect("nought to ten")
            terminal.press("5", "enter")
            terminal.at_rest(RESTS)
            terminal.press("w", "x")
            found = {"a letter": counted.entered("y")}
            found["his words kept"] = counted.entered("enter")
            while "Play" not in terminal.text:
                terminal.press("enter")
                terminal.at_rest(RESTS)
            found["play"] = counted.entered("enter")
            terminal.press("space")
            found["ten seconds back"] = counted.entered("left")
        return found


def table(checkout: Path) -> list[tuple[str, str]]:
    """Each figure with its name."""
    package = checkout / "srt_tui"
    classes = Classes(package, skip=("studio",))
    longest = max(classes.all, key=classes.lines)
    fullest = max(classes.all, key=classes.methods)
    deepest = max(classes.all, key=classes.depth)
    files = [path for path in package.rglob("*.py") if "studio" not in path.parts]
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
    named = subprocess.run(
        ["git", "-c", "safe.directory=*", "describe", "--always", "--dirty"],
        cwd=checkout, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [
        ("checkout", named.stdout.strip()),
        ("longest class in effect, lines", f"{classes.lines(longest)} {longest}"),
        ("most methods in effect", f"{classes.methods(fullest)} {fullest}"),
        ("deepest inheritance", f"{classes.depth(deepest)} {deepest}"),
        ("names of more than one class", str(len(classes.names_used_twice))),
        ("bases with one child", str(len(list(classes.halved())))),
        ("classes", str(len(classes.all))),
        ("files", str(len(files))),
        ("lines", str(lines)),
        *((f"files entered by {key}", str(n)) for key, n in entered_by_keys(checkout).items()),
    ]


if __name__ == "__main__":
    for name, figure in table(Path(*sys.argv[1:2]).resolve() if sys.argv[1:] else ROOT):
        print(f"{name:32} {figure}")  # noqa: T201 - it is what this is for
