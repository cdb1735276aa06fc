"""The `nutgraf` command. What a command needs is imported when it runs, so that help is there at once."""

import functools
import os
import re
import sys
import traceback
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NoReturn, ParamSpec, TypeVar

import typer

from bot.errors import OperatorError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.doctor import Check
    from config.settings import Settings
    from summarizer.article.guard import Policy

ALLOW_PRIVATE = "NUTGRAF_FETCH_ALLOW_PRIVATE"
OK, BUG, USAGE, NOT_READABLE, SETTINGS, STORAGE, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130

Args = ParamSpec("Args")
Value = TypeVar("Value")

app = typer.Typer(
    help="Condense articles into bullets, from the command line or as a Telegram bot.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: Rich takes longer to import than the rest together
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


def main() -> None:
    """Run the command and end the process with its status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a page can hold what a terminal can't show
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="nutgraf")


def fail(sentence: str, status: int) -> NoReturn:
    """End with one sentence for the person at the terminal."""
    typer.echo(f"nutgraf: {sentence}", err=True)
    raise typer.Exit(status)


def ends_well(command: Callable[Args, Value]) -> Callable[Args, Value]:
    """A command whose errors are one sentence and a status, never a traceback."""

    @functools.wraps(command)
    def run(*args: Args.args, **kwargs: Args.kwargs) -> Value:
        try:
            return command(*args, **kwargs)
        except typer.Exit:
            raise
        except OperatorError as error:
            fail(str(error), error.status)
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except (
            BrokenPipeError
        ):  # whoever read has enough; what is left in the buffer must not complain at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(OK) from None
        except Exception as error:  # noqa: BLE001 - the last place where a bug can be told from a crash
            where = traceback.extract_tb(error.__traceback__)[-1]
            fail(
                f"a bug: {type(error).__name__} in {where.name}, line {where.lineno}. Tell us about it.", BUG
            )

    return run


def policy(environment: Mapping[str, str]) -> "Policy":
    """What may be fetched, as the operator's settings say."""
    from summarizer.article.guard import policy_from  # noqa: PLC0415 - brings httpx in

    value = environment.get(ALLOW_PRIVATE, "false")
    try:
        return policy_from(value)
    except ValueError:
        fail(f"{ALLOW_PRIVATE} is {value!r}. Write false, true, or networks such as 10.0.0.0/8.", SETTINGS)


@app.command()
@ends_well
def summarize(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE...", help="Addresses, files, or - for standard input."),
    ] = None,
    *,
    sentences: Annotated[int, typer.Option("--sentences", "-n", min=1, max=12, help="How many bullets.")] = 5,
    words: Annotated[int | None, typer.Option(min=1, help="The most words in all bullets together.")] = None,
    method: Annotated[str, typer.Option(help="See `nutgraf methods`.")] = "nutgraf",
    language: Annotated[str | None, typer.Option(metavar="xx", help="Two letters; else detected.")] = None,
    output: Annotated[Format, typer.Option("--format", help="How results are printed.")] = Format.TEXT,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Texts as JSON lines on standard input.")] = False,
) -> None:
    """Print the bullets of articles."""
    import asyncio  # noqa: PLC0415 - help needs none of these

    from bot import batch, printing  # noqa: PLC0415
    from bot.progress import progress  # noqa: PLC0415
    from summarizer.types import Options  # noqa: PLC0415

    _check_usage(sources, method, language, jsonl)
    options = Options(method, sentences, words, language)
    if jsonl:
        with progress(sys.stdin.buffer, sys.stdout, sys.stderr) as told:
            asyncio.run(batch.condense_lines(sys.stdin.buffer, sys.stdout, options, told))
        return
    results = asyncio.run(batch.condense_sources(sources or [], options, policy(os.environ)))
    for result in results:
        if result.error:
            typer.echo(f"nutgraf: {printing.explained(result.source, result.error)}", err=True)
    printed = printing.as_json(results) if output is Format.JSON else printing.as_text(results, sys.stdout)
    sys.stdout.write(printed)
    sys.stdout.flush()
    if any(result.error for result in results):
        raise typer.Exit(NOT_READABLE)


@app.command()
@ends_well
def methods(
    *,
    output: Annotated[Format, typer.Option("--format", help="How the list is printed.")] = Format.TEXT,
) -> None:
    """List the summarizers by name."""
    from bot import printing  # noqa: PLC0415 - help needs none of these
    from summarizer.methods import METHODS  # noqa: PLC0415
    from summarizer.types import Options  # noqa: PLC0415

    abouts = {name: method.about for name, method in METHODS.items()}
    listed = printing.methods_as_json if output is Format.JSON else printing.methods_as_text
    typer.echo(listed(abouts, Options().method), nl=False)


@app.command()
@ends_well
def run() -> None:
    """Run the bot on Telegram until it is stopped; needs NUTGRAF_TOKEN."""
    import asyncio  # noqa: PLC0415 - help needs none of these

    from bot.roles import embedded  # noqa: PLC0415
    from config import logging  # noqa: PLC0415

    settings = _settings()
    logging.configure(
        level=settings.log_level, form=settings.log_format, token=settings.token.get_secret_value()
    )
    asyncio.run(embedded.run(settings))


@app.command()
@ends_well
def demo(
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where the page is; 0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option(help="Open a browser where there is one.")] = True,
) -> None:
    """Try the bot in a browser: no token, no network."""
    import asyncio  # noqa: PLC0415 - help needs none of these

    from bot.playground import demo as page  # noqa: PLC0415

    asyncio.run(page.run(port=port, browser=browser))


@app.command()
@ends_well
def doctor(
    *, quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only what is wrong.")] = False
) -> None:
    """Look whether the bot is well."""
    from bot.doctor import examine  # noqa: PLC0415 - help needs it not

    ill = [check for check in _report(examine(), quiet=quiet) if not check.ok]
    if ill:
        raise typer.Exit(SETTINGS if ill[0].name == "settings" else STORAGE)


@app.command()
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as installed  # noqa: PLC0415 - help needs it not

    typer.echo(f"nutgraf {installed('nutgraf')}")


def _settings() -> "Settings":
    from config.settings import SettingsError, load  # noqa: PLC0415 - brings pydantic in

    try:
        return load()
    except SettingsError as error:
        fail(str(error), SETTINGS)


def _report(checks: "Iterable[Check]", *, quiet: bool) -> "list[Check]":
    seen = list(checks)
    for check in seen:
        if not (quiet and check.ok):
            typer.echo(f"{'ok ' if check.ok else 'ill'}  {check.name}: {check.text}", err=not check.ok)
    return seen


def _check_usage(sources: list[str] | None, method: str, language: str | None, jsonl: bool) -> None:
    from summarizer.methods import METHODS  # noqa: PLC0415 - help needs it not

    if bool(sources) == jsonl:
        fail(
            "give a SOURCE (an address, a file, or -), or --jsonl alone. See nutgraf summarize --help.", USAGE
        )
    if method not in METHODS:
        fail(f"there is no method {method!r}. Choose one of {', '.join(METHODS)}.", USAGE)
    if language and not re.fullmatch("[a-z]{2}", language):
        fail(f"{language!r} is no language. Write two small letters, such as en or uk.", USAGE)
