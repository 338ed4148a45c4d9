"""Deliver: a session between a key and an entry, free of any toolkit.

`conversation` is what a screen, a second window or a line-by-line face holds; everything else
here is a part of it.
"""
