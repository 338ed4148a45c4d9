from pathlib import Path

from tests.library.mutate import small_pack, tried


def test_a_file_changed_at_random_is_told_of_and_ends_nothing(tmp_path: Path) -> None:
    folder = small_pack(tmp_path)
    for seed in range(150):
        tried(folder, seed)
