"""Saves text after text with one engine, and says which ones were acknowledged.

python tests/faults/engine_worker.py ENGINE HOME COUNT
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.faults.engines import ENGINES, text

if __name__ == "__main__":
    name, home, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    engine = ENGINES[name](home)
    begun = len(engine.texts())
    os.write(2, b"begin\n")
    for number in range(begun, begun + count):
        try:
            engine.save(text(number))
        except Exception:  # noqa: BLE001 - each engine fails in its own way; all of them are refusals
            os.write(1, b"refused\n")
            break
        os.write(1, b"ack\n")
    os._exit(0)
