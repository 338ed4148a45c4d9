"""The smallest Textual program with a header and a footer: the unit of starts and memory."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static


class Hello(App[None]):
    """A greeting."""

    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Header, words, footer."""
        yield Header()
        yield Static("Hello there")
        yield Footer()


if __name__ == "__main__":
    Hello().run()
