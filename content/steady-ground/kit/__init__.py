"""The picture kit: still-life scenes made by code. GPL-3.0-or-later; see LICENSE.md here.

Run it as a program (`python -m kit`) in the environment `.pictures`. Nothing
outside this folder imports it.
"""

# SPDX-License-Identifier: GPL-3.0-or-later

VERSION = 3  # a new number makes every still stale; change it when a shared look changes
