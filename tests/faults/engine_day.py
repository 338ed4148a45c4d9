"""Saves some texts with one engine and closes it in good order, as at the end of a day.

python tests/faults/engine_day.py ENGINE HOME COUNT
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.faults.engines import ENGINES, text

if __name__ == "__main__":
    engine = ENGINES[sys.argv[1]](Path(sys.argv[2]))
    begun = len(engine.texts())
    for number in range(begun, begun + int(sys.argv[3])):
        engine.save(text(number))
    engine.close()
