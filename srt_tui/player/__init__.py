"""Clips, in a window outside or as a storyboard in ours."""
