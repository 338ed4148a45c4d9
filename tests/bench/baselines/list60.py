"""Sixty rows, a search box and a dialog, in plain Textual: the unit of keys.

Down says `row=N.`, typing behind a slash says `text=….`, F1 opens the dialog and Esc shuts it.
"""

from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import DataTable, Footer, Header, Input, Label

PEOPLE = [(f"Somebody {n:03d}", f"exercise {n % 24 + 1}", f"{n % 28 + 1} March") for n in range(60)]


class Question(ModalScreen[None]):
    """One sentence."""

    BINDINGS = [("escape", "dismiss", "Shut")]

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Label("the dialog is here")


class Sixty(App[None]):
    """The list, and two lines that say where it is."""

    CSS = "DataTable { height: 1fr; }"
    BINDINGS = [("q", "quit", "Quit"), ("slash", "find", "Find"), ("f1", "ask", "Dialog")]

    def compose(self) -> ComposeResult:
        """Box, line, list."""
        yield Header()
        yield Input(placeholder="find")
        yield Label("row=0.", id="row")
        yield Label("text=.", id="text")
        table: DataTable[str] = DataTable(cursor_type="row")
        for title, width in (("who", 20), ("what", 14), ("when", 12)):
            table.add_column(title, width=width)
        table.add_rows(PEOPLE)
        yield table
        yield Footer()

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one(DataTable).focus()

    def action_find(self) -> None:
        """To the box."""
        self.query_one(Input).focus()

    def action_ask(self) -> None:
        """The dialog."""
        self.push_screen(Question())

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Another row."""
        self.query_one("#row", Label).update(f"row={event.cursor_row}.")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Fewer rows."""
        table = self.query_one(DataTable)
        table.clear()
        table.add_rows([row for row in PEOPLE if event.value in row[0]])
        self.query_one("#text", Label).update(f"text={event.value}.")


if __name__ == "__main__":
    Sixty().run()
