"""What media a clip's folder holds. Whether a file plays is for the player to find out."""

from pathlib import Path

from srt_tui.domain.content import Frozen

FORMS = ("plain", "standard")
CAPTIONS = "captions.vtt"
MANIFEST = "clip.json"


class ClipFiles(Frozen, frozen=True, kw_only=True):
    """The files of one clip: a film per form, captions, and the studio's manifest."""

    id: str
    folder: Path
    forms: dict[str, Path]
    captions: Path | None = None
    manifest: Path | None = None


def clip_files(content_dir: Path, id: str) -> ClipFiles:
    """What is in the folder of clip `id`; no forms means that it can only be read."""
    folder = content_dir / "clips" / id
    films = {form: folder / f"{form}.mp4" for form in FORMS}
    return ClipFiles(
        id=id,
        folder=folder,
        forms={form: path for form, path in films.items() if path.is_file()},
        captions=_present(folder / CAPTIONS),
        manifest=_present(folder / MANIFEST),
    )


def _present(path: Path) -> Path | None:
    return path if path.is_file() else None
