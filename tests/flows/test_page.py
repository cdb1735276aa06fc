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
from playwright.async_api import Locator, Page, ViewportSize, async_playwright, expect

from bot.locale import LANGUAGES, translator
from bot.messages.feed_list import EARLIER, LATER
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
PHONE, DESK = (390, 844), (1280, 800)
RIGHT_TO_LEFT = [code for code in LANGUAGES if translator(code).is_rtl]
# What is wider than its place or reaches out of the screen, by the beginning of its text.
TOO_WIDE = """() => {
  const places = [document.scrollingElement, ...document.querySelectorAll("#pane, .bubble, .text, .keys, .key")];
  const out = ({ left, right }) => left < 0 || right > innerWidth;
  return places
    .filter((each) => each.scrollWidth > each.clientWidth || out(each.getBoundingClientRect()))
    .map((each) => each.textContent.slice(0, 40));
}"""
# How much room is on the left and on the right of words where they begin to stand in a text.
ROOM = """(text, words) => {
  const pieces = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (pieces.nextNode()) {
    const at = pieces.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(pieces.currentNode, at);
    range.setEnd(pieces.currentNode, at + words.length);
    const [line, box] = [range.getClientRects()[0], text.getBoundingClientRect()];
    return [line.left - box.left, box.right - line.right];
  }
}"""


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
        page = await browser.new_page(viewport=screen(PHONE), device_scale_factor=2)
        await page.goto(demo)
        yield page
        await browser.close()


def screen(size: tuple[int, int]) -> ViewportSize:
    return {"width": size[0], "height": size[1]}


def newest(page: Page) -> Locator:
    """The bot's last message."""
    return page.locator("article.message[data-from=bot]").last


async def say(page: Page, text: str) -> None:
    before = await page.locator("article.message[data-from=bot]").count()
    await page.locator("#composer").fill(text)
    await page.locator("#composer").press("Enter")
    await expect(page.locator("article.message[data-from=bot]")).to_have_count(before + 1, timeout=PATIENCE)


async def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("NUTGRAF_SCREENSHOTS"):
        await page.locator("#composer").focus()
        await page.mouse.move(0, 0)
        await page.wait_for_timeout(600)  # until the new message has come to rest
        await page.screenshot(path=Path(folder) / f"{name}.png")


async def press(page: Page, label: str) -> None:
    await newest(page).get_by_role("button", name=label, exact=True).click()


async def skip(page: Page) -> None:
    """Move on to the next digest, and wait for it."""
    before = await page.locator("article.message[data-from=bot]").count()
    await expect(page.locator("#skip")).to_be_enabled(timeout=PATIENCE)
    await page.locator("#skip").click()
    await expect(page.locator("article.message[data-from=bot]")).to_have_count(before + 1, timeout=PATIENCE)


async def too_wide(page: Page) -> list[str]:
    """What does not fit on a desk's screen or a phone's, the latter of which stays."""
    found: list[str] = []
    for size in (DESK, PHONE):
        await page.set_viewport_size(screen(size))
        found += await page.evaluate(TOO_WIDE)
    return found


async def sides(page: Page, words: str) -> tuple[int, int]:
    """The room on the left and on the right of words in the last message."""
    left, right = await newest(page).locator(".text").evaluate(ROOM, words)
    return round(left), round(right)


async def test_a_newcomer_sees_a_summary_and_a_digest_within_a_minute(page: Page, demo: str) -> None:
    last = newest(page)
    await say(page, f"/tldr {demo}/site/courier/dam")
    await expect(last.locator(".text")).to_contain_text("• The reservoir above Orlova rose by two metres")
    await picture(page, "summary")
    assert await too_wide(page) == []
    await last.locator("button.key", has_text="Longer").click()
    await expect(last.locator("button.key", has_text="Shorter")).to_be_visible(timeout=PATIENCE)

    await expect(page.locator("#skip")).to_be_disabled()
    await say(page, f"/sub {demo}/site/courier/")
    await say(page, f"/sub {demo}/site/harbour/")
    await say(page, "/timezone Kyiv")
    await say(page, "/schedule 08:00")
    await expect(page.locator("#skip")).to_be_enabled(timeout=PATIENCE)
    await expect(page.locator("#skip")).to_contain_text("08:00")
    await skip(page)
    await expect(last.locator(".text")).to_contain_text("Your digest ·")
    await expect(last.locator(".text")).to_contain_text("Orlova empties its lower streets")
    await picture(page, "digest")
    assert await too_wide(page) == []


async def test_keys_change_the_settings_within_one_message(page: Page, demo: str) -> None:
    text, keys = newest(page).locator(".text"), newest(page).locator(".key")
    back = newest(page).get_by_role("button", name="Back", exact=True)
    await say(page, f"/sub {demo}/site/courier/")
    await say(page, f"/sub {demo}/site/harbour/")
    await say(page, "/timezone Kyiv")
    await say(page, "/schedule 08:00")
    await say(page, "/settings")
    said = await page.locator("article.message").count()
    for part in ("Time zone", "Delivery", "Interval", "Sound", "Preview", "Text", "Quiet hours", "Schedules"):
        await press(page, part)
        await expect(back).to_be_visible()
        assert await too_wide(page) == [], part
        await back.click()
        await expect(back).to_have_count(0)
    await press(page, "Language")
    await expect(keys.first).to_have_text("✓ English")
    await press(page, LATER)
    await expect(keys.first).not_to_have_text("✓ English")
    assert await too_wide(page) == []
    await press(page, EARLIER)
    await expect(keys.first).to_have_text("✓ English")
    await back.click()
    await press(page, "Bullets")
    await expect(text).to_contain_text("How many bullets")
    await press(page, "8")
    await expect(text).to_contain_text("Bullets of a summary: 8")
    assert await page.locator("article.message").count() == said
    assert await too_wide(page) == []
    await picture(page, "settings")


async def test_languages_from_right_to_left_are_read_from_the_right(page: Page, demo: str) -> None:
    text = newest(page).locator(".text")
    await say(page, f"/sub {demo}/site/harbour/")
    await say(page, "/timezone Kyiv")
    await say(page, "/schedule 08:00")
    for language in reversed(RIGHT_TO_LEFT):  # Arabic is the last
        tr = translator(language)
        await say(page, f"/lang {language}")
        await say(page, "/settings")
        await expect(text).to_have_css("direction", "rtl")
        assert (await sides(page, tr("Settings")))[1] == 0
        await picture(page, "settings-arabic")
        assert await too_wide(page) == []
    await say(page, "/list")
    left, right = await sides(page, "Harbour Post")
    assert right < left
    await say(page, "/quiet")
    assert (await sides(page, "/"))[0] < (await sides(page, "quiet"))[0]
    await say(page, "/schedule 08:00")
    assert (await sides(page, tr("tomorrow")))[1] < (await sides(page, " · "))[1]
    await say(page, f"/tldr {demo}/site/courier/dam")
    await expect(text).to_have_css("direction", "ltr")  # as its title, but not the line below
    assert (await sides(page, "Reservoir above"))[0] == 0
    assert (await sides(page, "The Orlova Courier"))[1] == 0
    await skip(page)
    await expect(text).to_have_css("direction", "rtl")
    assert (await sides(page, tr("Your digest")))[1] == 0
    assert (await sides(page, "A nursery for seagrass"))[0] < 40  # behind its number
    assert await too_wide(page) == []


async def test_a_page_with_commands_to_press_asks_nobody_but_its_own_server(page: Page, demo: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.reload()
    await say(page, "/ping")
    command, answers = page.locator(".command").last, page.locator("article.message[data-from=bot]")
    await command.click()
    await expect(answers).to_have_count(2, timeout=PATIENCE)
    await command.press("Enter")
    await expect(answers).to_have_count(3, timeout=PATIENCE)
    assert asked
    assert all(url.startswith((demo, "data:")) for url in asked)
