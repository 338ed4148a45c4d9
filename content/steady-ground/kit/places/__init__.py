"""Places: rooms and grounds with their surfaces and openings."""

# SPDX-License-Identifier: GPL-3.0-or-later

from importlib import import_module
from pkgutil import iter_modules

for _found in iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")
