"""From a script to captions, storyboard and clip. An authoring tool."""
