"""Lines that take a side, ask where somebody is, send him to her, tell on him or are too hard."""

from pathlib import Path

import pytest

from srt_tui.library import check
from srt_tui.library.care_rules import hold_care
from srt_tui.library.easy_words import syllables, too_hard
from srt_tui.library.finding import Notebook, Row
from srt_tui.library.text_rules import hold_words

COLLUSIVE = (
    "What did she do so that you lost it?",
    "What did she do to make you angry?",
    "What does your partner do that winds you up to make you angry?",
    "What had she said to set you off?",
    "How did she provoke you?",
    "What was her part in it?",
    "What is his share of the blame?",
    "Did she start it?",
    "Did she push your buttons?",
    "What should she have done differently?",
    "Why did she keep nagging?",
    "Why did she not listen?",
    "What made you so angry that you hit out?",
    "What drove you to snap?",
    "It takes two. What did you both do?",
    "Was it her fault too?",
    "Did she deserve it?",
    "What did she say just before you hit her?",
    "How does she trigger you?",
    "What did she do wrong?",
)
WHEREABOUTS = (
    "Where does she live now?",
    "Where is your ex-partner staying?",
    "Where do they go to school?",
    "Where are they tonight?",
    "What is her new address?",
    "What is her number?",
    "Which school do the children go to?",
    "What time does she finish work?",
    "When is she home alone?",
    "Who is she seeing?",
    "Who does she live with?",
    "How would you find her?",
    "Find out where she is.",
    "Do you know where she works?",
    "Which road is she on?",
)
CONTACT = (
    "Ring her and say sorry.",
    "Text your ex one kind line.",
    "Write a letter to her.",
    "Tell her what you learned.",
    "Ask your partner how she felt.",
    "Talk to the victim about it.",
    "Go and see her this week.",
    "Say sorry to her.",
    "Send her a message.",
    "Ask your mum to tell her.",
    "Practise it with your partner.",
    "Could you ring her this week?",
    "Let her know that you have changed.",
    "Get back in touch with her.",
    "Listen to your girlfriend for three minutes.",
)
FAIR = (
    "What did Marcus do at 4 that worked?",
    "What did you say to yourself just before?",
    "What might it have been like for her?",
    "What did she see and hear?",
    "What made it climb?",
    "Where in your body do you notice it first?",
    "Which places will you stay away from?",
    "Do not contact her. Tell a mate instead.",
    "Ring one person who will be straight with you.",
    "Tell one safe person how you are, not a partner or ex-partner.",
    "Whose choice was it?",
    "What did finding the word do to his number?",
    "What did you do that frightened her?",
    "What would she say you did?",
    "Who could help you with it?",
    "What part did you play?",
    "Never follow her, and never look her up.",
)
HARD = (
    "In what manner do your physiological antecedents manifest prior to escalation?",
    "Which cognitive distortions precipitated the altercation?",
    "How does your attachment style influence conflict resolution?",
    "Notwithstanding your feelings, what might have constituted an alternative response?",
    "How did hypervigilance affect you?",
    "What emotions underpin your reactions in interpersonal situations?",
    "Which maladaptive coping strategies characterise your intimate relationships?",
    "To what extent does rumination perpetuate your grievance thinking?",
    "Identify the predisposing vulnerabilities.",
    "Can you articulate your motivation regarding behavioural change?",
    "What constitutes reciprocity between intimate partners?",
    "How would you operationalise accountability?",
    "Describe the intergenerational transmission of your beliefs.",
)


def rules(text: str, kind: str = "prompt") -> set[str]:
    book = Notebook()
    book.hear(kind, Row("exercises/f04.md", 9, text))
    hold_care(book)
    hold_words(book, {})
    assert all(found.line == 9 and found.severity == "error" for found in book.findings)
    return {found.rule for found in book.findings}


@pytest.mark.parametrize("text", COLLUSIVE)
def test_a_question_that_puts_it_on_her_is_told(text: str) -> None:
    assert "collusive" in rules(text)


@pytest.mark.parametrize("text", WHEREABOUTS)
def test_a_question_that_asks_where_somebody_is_is_told(text: str) -> None:
    assert "whereabouts" in rules(text)


@pytest.mark.parametrize("text", CONTACT)
def test_a_task_that_sends_him_to_her_is_told(text: str) -> None:
    assert "contact" in rules(text, "prompt" if text.endswith("?") else "Between sessions")


@pytest.mark.parametrize("text", FAIR)
@pytest.mark.parametrize("kind", ["prompt", "label", "Between sessions", "say"])
def test_a_fair_line_is_left_alone(text: str, kind: str) -> None:
    assert not rules(text, kind)


@pytest.mark.parametrize("text", HARD)
def test_a_question_that_an_eleven_year_old_could_not_read_is_told(text: str) -> None:
    assert rules(text) == {"hard-to-read"}


def test_what_people_in_a_story_say_is_theirs() -> None:
    for kind in ("script", "He", "You", "Then", "content note"):
        assert not rules("What did she do to make you angry? Ring her.", kind)


@pytest.mark.parametrize(
    ("card", "word"),
    [
        ("My probation officer helps me.", "probation"),
        ("I keep my licence conditions.", "licence"),
        ("I stop before the violence.", "violence"),
        ("Abuse is a choice.", "abuse"),
        ("No contact with the victim.", "victim"),
        ("The court said so.", "court"),
        ("My risk is mine.", "risk"),
        ("I was a perpetrator.", "perpetrator"),
        ("My partner has a say.", "partner"),
    ],
)
def test_a_card_that_tells_on_him_is_told_with_the_word(card: str, word: str) -> None:
    for kind in ("Card", "Diary line"):
        book = Notebook()
        book.hear(kind, Row("exercises/f04.md", 9, card))
        hold_care(book)
        assert f'"{word}" on what he keeps tells a stranger why he has it.' in {
            found.what for found in book.findings
        }
    assert "indiscreet" not in rules(card, "prompt")


def test_words_are_measured_by_how_they_are_said() -> None:
    said = {"a": 1, "the": 1, "table": 2, "stopped": 1, "wanted": 2, "beautiful": 3, "1975": 0}
    assert {word: syllables(word) for word in said} == said
    assert too_hard("") == ""
    assert too_hard("Anniversary") == '"Anniversary" is a long word'


def test_a_line_may_say_why_it_breaks_a_rule(root: Path) -> None:
    path = root / "content/steady-ground/exercises/f04.md"
    text = path.read_text(encoding="utf-8")
    asked = text.replace("What did he do at 4 that worked?", "How did she provoke you?")
    path.write_text(asked, encoding="utf-8")
    folders = root / "content/steady-ground", root / "sessions"
    assert [found.rule for found in check(*folders).findings] == ["collusive"]
    path.write_text(asked.replace("---\n", "---\nallow: collusive to be taken apart\n", 1))
    assert check(*folders).findings == ()
