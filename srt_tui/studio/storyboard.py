"""A clip as text: its script to read aloud, and its storyboard."""

from srt_tui.domain.content import Clip
from srt_tui.domain.playback import Story
from srt_tui.studio.captions import shown_name


def transcript(clip: Clip) -> str:
    """The script word for word, a paragraph a line, a name before what a character says."""
    parts = [clip.title]
    for line in clip.lines:
        name = shown_name(line.speaker)
        parts.append(f"{name}: {line.text}" if name else line.text)
    return "\n\n".join(parts) + "\n"


def storyboard(story: Story) -> str:
    """Scene by scene: when, what is seen, what stands on screen, what is said."""
    parts = list[str]()
    for scene in story.scenes:
        heading = f"{_clock(scene.start)}  Scene {scene.number}: {scene.picture}"
        said = [
            f"  {_clock(cue.start)}  {cue.speaker + ': ' if cue.speaker else ''}"
            + cue.text.replace("\n", " ")
            for cue in story.cues
            if cue.scene == scene.number
        ]
        parts.append("\n".join([heading, f"  On screen: {scene.words}", *said]))
    return "\n\n".join(parts) + "\n"


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
