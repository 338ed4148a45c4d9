"""The keys inside a player's window, so that he can hold the controls. Same in every player.

A wish is what a key asks for; only `hide` is carried out on the spot, all others are carried
out by us, like the same key on the session screen. No imports: the child reads this too.
"""

TK_KEYS: dict[str, str] = {
    "space": "toggle",
    "Left": "back",
    "Right": "on",
    "Home": "again",
    "Prior": "scene-back",
    "Next": "scene-on",
    "Up": "louder",
    "Down": "softer",
    "bracketleft": "slower",
    "bracketright": "faster",
    "c": "captions",
    "j": "sooner",
    "k": "later",
    "f": "full",
    "F9": "hide",
    "Control-l": "hide",
    "Escape": "close",
    "q": "close",
}

MPV_KEYS: dict[str, str] = {
    "SPACE": "toggle",
    "LEFT": "back",
    "RIGHT": "on",
    "HOME": "again",
    "PGUP": "scene-back",
    "PGDWN": "scene-on",
    "UP": "louder",
    "DOWN": "softer",
    "[": "slower",
    "]": "faster",
    "c": "captions",
    "j": "sooner",
    "k": "later",
    "f": "full",
    "F9": "hide",
    "Ctrl+l": "hide",
    "ESC": "close",
    "q": "close",
}
