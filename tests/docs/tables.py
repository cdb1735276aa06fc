"""The README's tables, made from what they describe: `python -m tests.docs.tables` renews them."""

from pathlib import Path

from bot.handlers.commands import COMMANDS
from config.settings import PREFIX, Settings

README = Path(__file__).parents[2] / "README.md"


def commands() -> str:
    """The commands as a table."""
    rows = [
        f"| `/{row.name}{f' {row.usage}' if row.usage else ''}` | {row.text}{' (operators)' if row.operators else ''} |"
        for row in COMMANDS
    ]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def settings() -> str:
    """The settings as a table."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = "required" if field.is_required() else "" if field.default_factory else field.default
        shown = (
            "the user's data folder"
            if name == "data_dir"
            else ""
            if default in (None, "")
            else f"`{default}`"
        )
        rows.append(
            f"| `{PREFIX}{name.upper()}` | {shown.replace('`required`', 'required')} | {field.description} |"
        )
    return "\n".join(["| variable | default | meaning |", "|---|---|---|", *rows])


TABLES = {"commands": commands, "settings": settings}


def renewed(text: str) -> str:
    """The README with every table as it should be now."""
    for name, table in TABLES.items():
        head, _, rest = text.partition(f"<!-- {name} -->\n")
        _, end, tail = rest.partition("<!-- end -->")
        text = f"{head}<!-- {name} -->\n{table()}\n{end}{tail}"
    return text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")
