"""What the documents say is so."""

import re
import subprocess
import sys

import pytest

from bot.handlers.commands import COMMANDS
from tests.docs.tables import README, TABLES, renewed

ROOT = README.parent


def test_the_readmes_tables_are_what_the_code_says() -> None:
    text = README.read_text("utf-8")
    assert renewed(text) == text, "run: .venv/bin/python -m tests.docs.tables"
    assert all(f"<!-- {name} -->" in text for name in TABLES)


def test_every_file_that_a_document_links_exists() -> None:
    for page in [README, ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/**/*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links {target}"


def test_every_command_of_the_readmes_shell_is_a_target_of_make_or_of_nutgraf() -> None:
    make = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"^make (\w+)", README.read_text("utf-8"), re.MULTILINE)):
        assert re.search(rf"^{target}:", make, re.MULTILINE), target


def test_no_command_or_alias_is_given_twice() -> None:
    names = [name for row in COMMANDS for name in (row.name, *row.aliases)]
    assert len(names) == len(set(names))


def test_commands_are_as_telegram_wants_them() -> None:
    assert all(re.fullmatch("[a-z0-9_]{1,32}", row.name) and 1 <= len(row.text) <= 256 for row in COMMANDS)


@pytest.mark.parametrize("name", ["run", "dev", "uv", "bench"])
def test_locked_dependencies_hold_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text("utf-8")
    assert "--hash=sha256:" in text
    assert "://" not in text
    assert "--index-url" not in text


def test_the_locked_dependencies_are_those_that_the_project_asks_for() -> None:
    """Without a registry: every requirement is locked at a version that satisfies it."""
    script = (
        "import sys, tomllib; from packaging.requirements import Requirement; from packaging.utils import canonicalize_name as c;"
        "import re; project = tomllib.load(open('pyproject.toml', 'rb'));"
        "locked = {}; [locked.setdefault(c(n), set()).add(v) for f in ('run', 'dev')"
        " for n, v in re.findall(r'^([A-Za-z0-9._-]+)==([^ \\\\;]+)', open(f'requirements/{f}.txt').read(), re.M)];"
        "wanted = [*project['project']['dependencies'], *project['dependency-groups']['dev']];"
        "stale = [w for w in wanted for r in [Requirement(w)] if not any(r.specifier.contains(v) for v in locked.get(c(r.name), ()))];"
        "sys.exit(f'stale, run make lock: {stale}' if stale else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
