"""The `nutgraf` command, as people run it: a process of its own."""

import http.server
import json
import os
import pty
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.methods import METHODS

RUN = (sys.executable, "-c", "from bot.cli import main; main()")
ROOT = Path(__file__).parents[2]
HEAVY = (
    "sumy", "nltk", "numpy", "lxml", "sqlalchemy", "telegram", "pydantic", "trafilatura", "httpx", "rich", "asyncio",
)  # fmt: skip
STORY = (
    "The bridge over the Laar was closed on Friday after engineers found a crack in its third pillar, the city said. "
    "About 9,000 cars use the bridge every day, and the ferry can take no more than 600 of them. "
    "However, the city has no money for a second ferry. "
    "Mayor Lena Brandt asked the state for help and expects an answer before the end of March. "
    "Schools on the western bank open an hour later so that children can take the ferry. "
    "The pillar was last inspected in 2019, when divers reported that its base was sound and dry. "
    "Work on the pillar starts on Monday and should last until the summer, the city engineer said."
)
PAGE = f"<html><head><title>Bridge closes</title></head><body><p>{STORY}</p></body></html>"


def nutgraf(*arguments: str, text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [*RUN, *arguments], input=text, capture_output=True, text=True, env=given, check=False
    )


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status = 200 if self.path == "/story" else int(self.path[1:])
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(f"Bridge closes\n\n{STORY}", encoding="utf-8")
    return str(path)


def test_a_file_is_printed_as_title_facts_and_bullets(story: str) -> None:
    done = nutgraf("summarize", story, "-n", "2")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert lines[:3] == ["Bridge closes", "1 min", ""]
    assert all(line.startswith("• ") and line[2:] in STORY for line in lines[3:])
    assert 1 <= len(lines[3:]) <= 2
    assert "\033" not in done.stdout


def test_json_has_every_promised_field(story: str) -> None:
    result = json.loads(nutgraf("summarize", story, "--format", "json", "--words", "30").stdout)
    assert list(result) == [
        "title", "url", "site", "author", "published", "language", "method", "outcome", "bullets", "words",
    ]  # fmt: skip
    assert (result["title"], result["language"], result["method"], result["outcome"]) == (
        "Bridge closes", "en", "nutgraf", "ok",
    )  # fmt: skip
    assert result["words"]["summary"] <= 30
    for bullet in result["bullets"]:
        assert STORY[bullet["position"] :].startswith(bullet["text"])


def test_several_sources_are_an_array_in_their_order_and_one_failure_says_so(story: str) -> None:
    done = nutgraf("summarize", "missing.txt", story, "--format", "json")
    first, second = json.loads(done.stdout)
    assert done.returncode == 3
    assert (first["outcome"], first["bullets"], second["title"]) == ("unsupported", [], "Bridge closes")
    assert done.stderr.startswith("nutgraf: cannot read missing.txt: no such file.")


def test_standard_input_may_be_a_page() -> None:
    done = nutgraf("summarize", "-", "-n", "1", text=PAGE)
    assert done.stdout.startswith("Bridge closes\n")
    assert "<p>" not in done.stdout


def test_a_short_text_says_so_and_is_fine() -> None:
    done = nutgraf("summarize", "-", text="The bridge is closed.")
    assert done.returncode == 0
    assert "This is already short (4 words).\n\n• The bridge is closed.\n" in done.stdout


def test_a_page_is_fetched_only_where_the_operator_allows_it(site: str) -> None:
    refused = nutgraf("summarize", f"{site}/story")
    assert refused.returncode == 3
    assert "not a public address" in refused.stderr
    allowed = nutgraf("summarize", f"{site}/story", NUTGRAF_FETCH_ALLOW_PRIVATE="127.0.0.0/8")
    assert (allowed.returncode, allowed.stdout.splitlines()[:2]) == (
        0,
        ["Bridge closes", "127.0.0.1 · 1 min"],
    )


def test_each_failure_on_the_web_is_one_sentence(site: str) -> None:
    missing = "https://no-such-host-of-ours.zz/"
    pages = [site + path for path in ("/404", "/403", "/503")]
    done = nutgraf("summarize", *pages, missing, NUTGRAF_FETCH_ALLOW_PRIVATE="true")
    assert (done.returncode, done.stdout) == (3, "")
    words = ("no such page", "does not let bots", "failing or busy", "no-such-host-of-ours.zz: no such host.")
    assert all(word in line for word, line in zip(words, done.stderr.splitlines(), strict=True))


def test_each_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = nutgraf("summarize", *(str(tmp_path / name) for name in ("a.pdf", "empty.txt", ".", "missing")))
    assert done.returncode == 3
    words = ("damaged", "no text", "a folder", "no such file")
    assert all(word in line for word, line in zip(words, done.stderr.splitlines(), strict=True))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["summarize"], "give a SOURCE"),
        (["summarize", "a", "--jsonl"], "give a SOURCE"),
        (["summarize", "a", "--method", "magic"], "Choose one of nutgraf, lead"),
        (["summarize", "a", "--sentences", "13"], "--sentences"),
        (["summarize", "a", "--language", "english"], "two small letters"),
        (["summarize", "a", "--format", "xml"], "--format"),
        (["fly"], "fly"),
    ],
)
def test_wrong_usage_is_status_two(arguments: list[str], words: str) -> None:
    done = nutgraf(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_named(story: str) -> None:
    done = nutgraf("summarize", story, NUTGRAF_FETCH_ALLOW_PRIVATE="perhaps")
    assert done.returncode == 4
    assert done.stderr.startswith("nutgraf: NUTGRAF_FETCH_ALLOW_PRIVATE is 'perhaps'.")


def test_lines_of_json_are_answered_in_their_order() -> None:
    rows = [{"id": number, "text": STORY, "sentences": 1 + number % 2, "words": None} for number in range(40)]
    rows[7] = {"id": 7, "text": 5}
    rows[9]["sentences"] = 99
    source = "\n".join(map(json.dumps, rows)) + '\nnot json\n\n[1]\n{"id": "last", "text": "So short."}'
    done = nutgraf("summarize", "--jsonl", text=source)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [answer["id"] for answer in answers] == [*range(40), None, None, "last"]
    assert all(list(answer) == ["id", "bullets", "language", "method", "outcome"] for answer in answers)
    assert [answer["outcome"] for answer in answers[6:10]] == ["ok", "unsupported", "ok", "unsupported"]
    assert len(answers[0]["bullets"]) == 1
    assert all(bullet in STORY for answer in answers[:40] for bullet in answer["bullets"])
    assert answers[-1] == {
        "id": "last", "bullets": ["So short."], "language": None, "method": "nutgraf", "outcome": "short",
    }  # fmt: skip


def test_a_line_is_answered_before_the_next_one_comes() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [*RUN, "summarize", "--jsonl"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as process:
        assert process.stdin
        assert process.stdout
        for number in range(2):
            process.stdin.write(json.dumps({"id": number, "text": STORY}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(10) == 0


def test_whoever_stops_reading_is_not_told_off(tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.write_text("".join(json.dumps({"id": n, "text": STORY}) + "\n" for n in range(600)))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with (
        lines.open() as source,
        subprocess.Popen(
            [*RUN, "summarize", "--jsonl"], stdin=source, stdout=pipe, stderr=pipe, text=True, env=environment
        ) as process,
    ):
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""


def test_ctrl_c_ends_at_once() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    listening = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "  # background jobs don't
    )
    command = [RUN[0], "-c", listening + RUN[2], "summarize", "--jsonl"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps({"id": 1, "text": STORY}) + "\n")
        process.stdin.flush()
        process.stdout.readline()
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=10)  # while standard input stays open
        assert time.monotonic() - start < 5
        assert process.stderr
        assert (process.returncode, process.stderr.read()) == (130, "")


def test_a_terminal_gets_bold_titles_and_wrapped_bullets(story: str) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "60"}
    with subprocess.Popen([*RUN, "summarize", story], stdout=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        try:
            while data := os.read(ours, 4096):
                shown += data
        except OSError:  # the other end is closed
            pass
        os.close(ours)
    lines = shown.decode().splitlines()
    assert process.returncode == 0
    assert lines[0] == "\033[1mBridge closes\033[0m"
    assert max(len(line) for line in lines[3:]) <= 60
    assert any(line.startswith("  ") for line in lines)


def test_methods_are_listed_in_columns_and_the_default_is_marked() -> None:
    lines = nutgraf("methods").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(METHODS)
    assert [line for line in lines if "(default)" in line] == lines[:1]
    assert lines[0].startswith("nutgraf    ")
    assert all(line[9:11] == "  " and line[11] != " " for line in lines)


def test_methods_are_listed_as_json() -> None:
    rows = json.loads(nutgraf("methods", "--format", "json").stdout)
    assert [row["name"] for row in rows] == list(METHODS)
    assert [row["name"] for row in rows if row["default"]] == ["nutgraf"]
    assert all(row["about"] == METHODS[row["name"]].about for row in rows)


def test_the_version_is_printed() -> None:
    assert nutgraf("version").stdout.startswith("nutgraf 0.")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom bot.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print('LOADED', *{name.split('.')[0] for name in sys.modules})"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code, "--help"], capture_output=True, text=True, env=environment, check=True
    )
    loaded = set(done.stdout.rsplit("LOADED", 1)[1].split())
    assert "summarize" in done.stdout
    assert not loaded & set(HEAVY)
