"""The keys inside a player's window, so that he can hold the controls.

They are the same in every player, and do what they do on the session screen. What stands on
that screen alone has no key here: reading instead, his words, going on.

A wish is what a key asks for; only `hide` is carried out on the spot, all others are carried
out by us, like the same key on the session screen. No imports: the child reads this too.
"""

TK_KEYS: dict[str, str] = {
    "space": "toggle",
    "Left": "back",
    "Right": "on",
    "Home": "again",
    "a": "again",
    "Up": "scene-back",
    "Prior": "scene-back",
    "Down": "scene-on",
    "Next": "scene-on",
    "minus": "slower",
    "bracketleft": "slower",
    "plus": "faster",
    "equal": "faster",
    "bracketright": "faster",
    "c": "captions",
    "j": "sooner",
    "k": "later",
    "Key-9": "softer",
    "Key-0": "louder",
    "f": "full",
    "t": "top",
    "F9": "hide",
    "Control-l": "hide",
    "Escape": "close",
    "x": "close",
    "q": "close",
}

MPV_KEYS: dict[str, str] = {
    "SPACE": "toggle",
    "LEFT": "back",
    "RIGHT": "on",
    "HOME": "again",
    "a": "again",
    "UP": "scene-back",
    "PGUP": "scene-back",
    "DOWN": "scene-on",
    "PGDWN": "scene-on",
    "-": "slower",
    "[": "slower",
    "+": "faster",
    "=": "faster",
    "]": "faster",
    "c": "captions",
    "j": "sooner",
    "k": "later",
    "9": "softer",
    "0": "louder",
    "f": "full",
    "t": "top",
    "F9": "hide",
    "Ctrl+l": "hide",
    "ESC": "close",
    "x": "close",
    "q": "close",
}
