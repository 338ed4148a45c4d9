"""Directories: the only module that knows where things live."""
