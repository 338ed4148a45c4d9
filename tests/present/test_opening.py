from srt_tui.present import opening


def test_a_short_passphrase_is_refused_with_its_length() -> None:
    assert opening.passphrase_fault("short", "short").startswith("That is 5 letters.")


def test_two_passphrases_that_differ_are_refused() -> None:
    assert "not the same" in opening.passphrase_fault("four plain words", "four plain word")


def test_a_long_passphrase_typed_twice_will_do() -> None:
    assert opening.passphrase_fault("four plain words", "four plain words") == ""


def test_the_end_of_the_recovery_key_shows_that_it_was_written_down() -> None:
    assert opening.written_down("AB12-CD34-EF56", " ef56 ")
    assert not opening.written_down("AB12-CD34-EF56", "cd34")
    assert opening.check_words("AB12-CD34-EF56") == "To check, type its last 4 characters:"
