"""The demo, as a newcomer meets it: the command, the page, a headless browser.

With NUTGRAF_SCREENSHOTS=folder the pictures of the README are made anew.
"""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.conftest import need

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[str]:
    """The address that `nutgraf demo` prints."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--no-browser", stdout=asyncio.subprocess.PIPE, cwd=tmp_path
    )
    assert process.stdout
    async with asyncio.timeout(30):
        line = (await process.stdout.readline()).decode()
    address = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert address, line
    yield address[0]
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(20):
        assert await process.wait() == 0


@pytest.fixture
async def page(demo: str) -> AsyncIterator[Page]:
    """The demo's page on a phone's screen."""
    chromium = need("chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=QUIET)
        page = await browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
        await page.goto(demo)
        yield page
        await browser.close()


async def say(page: Page, text: str) -> None:
    before = await page.locator("article.message[data-from=bot]").count()
    await page.locator("#composer").fill(text)
    await page.locator("#composer").press("Enter")
    await expect(page.locator("article.message[data-from=bot]")).to_have_count(before + 1, timeout=PATIENCE)


async def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("NUTGRAF_SCREENSHOTS"):
        await page.wait_for_timeout(600)  # until the new message has come to rest
        await page.screenshot(path=Path(folder) / f"{name}.png")


async def test_a_newcomer_sees_a_summary_and_a_digest_within_a_minute(page: Page, demo: str) -> None:
    last = page.locator("article.message[data-from=bot]").last
    await say(page, f"/tldr {demo}/site/courier/dam")
    await expect(last.locator(".text")).to_contain_text("• The reservoir above Orlova rose by two metres")
    await picture(page, "summary")
    await last.locator("button.key", has_text="Longer").click()
    await expect(last.locator("button.key", has_text="Shorter")).to_be_visible(timeout=PATIENCE)

    await expect(page.locator("#skip")).to_be_disabled()
    await say(page, f"/sub {demo}/site/courier/")
    await say(page, f"/sub {demo}/site/harbour/")
    await say(page, "/timezone Kyiv")
    await say(page, "/schedule 08:00")
    await expect(page.locator("#skip")).to_be_enabled(timeout=PATIENCE)
    await expect(page.locator("#skip")).to_contain_text("08:00")
    before = await page.locator("article.message[data-from=bot]").count()
    await page.locator("#skip").click()
    await expect(page.locator("article.message[data-from=bot]")).to_have_count(before + 1, timeout=PATIENCE)
    await expect(last.locator(".text")).to_contain_text("Your digest ·")
    await expect(last.locator(".text")).to_contain_text("Orlova empties its lower streets")
    await picture(page, "digest")


async def test_the_page_asks_nobody_but_its_own_server(page: Page, demo: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.reload()
    await expect(page.locator("#composer")).to_be_visible()
    assert asked
    assert all(url.startswith((demo, "data:")) for url in asked)
