"""The image's install steps, in a plain virtual environment: no container engine is needed to know that they work."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.docs.tables import README

ROOT = README.parent


def test_the_image_installs_what_the_dockerfile_says_and_the_bot_runs_from_there(tmp_path: Path) -> None:
    steps = re.findall(
        r"^RUN (.+)$", (ROOT / "Dockerfile").read_text("utf-8").split("\nFROM ")[0], re.MULTILINE
    )
    source, venv = tmp_path / "src", tmp_path / "venv"
    copied = re.findall(
        r"^COPY (?!--from)(.+) (\S+)$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE
    )
    for names, target in copied:
        for name in names.split():
            into = (
                source / target
                if target.endswith("/") or target in {"bot", "config", "summarizer"}
                else source
            )
            into.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / name).is_file():
                into.mkdir(parents=True, exist_ok=True)
            subprocess.run(["cp", "-r", ROOT / name, into], check=True)
    for step in steps:
        # uv stands in for pip where the environment is filled: the same hashes, a tenth of the time.
        command = step.replace("python -m venv /venv", f"{sys.executable} -m venv {venv}")
        command = command.replace(
            "/venv/bin/pip install --no-cache-dir",
            f"{Path(sys.executable).with_name('uv')} pip install --quiet --python {venv}/bin/python",
        )
        subprocess.run(command, shell=True, cwd=source, check=True)
    outside = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "NUTGRAF_TOKEN": "1000:abcdef"}
    for arguments, status in ((["version"], 0), (["methods"], 0), (["doctor", "--quiet"], 5)):
        done = subprocess.run(
            [venv / "bin/nutgraf", *arguments], cwd=tmp_path, env=outside, capture_output=True, check=False
        )
        assert done.returncode == status, done.stderr
    installed = next(venv.glob("lib/python*/site-packages/bot"))
    catalogues = [path.relative_to(ROOT / "bot") for path in (ROOT / "bot/locale").glob("*.po")]
    assert len(catalogues) > 10
    for needed in (
        *map(str, catalogues),
        "starter.toml",
        "playground/page/index.html",
        "playground/site/courier/dam.txt",
        "storage/migrations/versions/0001_first.py",
    ):
        assert (installed / needed).is_file(), needed
