"""Text that other people and pages wrote, made harmless: seen as it is read, and nothing in it to press. Pure.

Telegram makes links of plain text by itself: `@name`, `/command`, `#tag`, `$TICKER`, `example.com`. A bot can not turn that
off, and entities of its own keep only those stretches free that they cover. A WORD JOINER behind the sign does: it is
drawn with no width and breaks no line, and it is none of the characters that TDLib's finders (match_mentions,
match_bot_commands, match_hashtags, match_cashtags, match_urls, match_tg_urls in td/telegram/MessageEntity.cpp) let
follow the sign. It stands only where a finder would start, so that `and/or`, `24/7`, `#1`, `$5` and `3.5` stay as they are.
"""

import unicodedata

import regex  # type: ignore[import-untyped] # it ships no types

JOINER = "\u2060"

# Scripts in which ZWNJ and ZWJ choose the shapes of letters: می‌خواهم, क्‍ष.
_SCRIPTS = (
    r"\p{Arabic}\p{Syriac}\p{Mandaic}\p{Nko}\p{Mongolian}\p{Phags_Pa}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}"
    r"\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Myanmar}\p{Khmer}\p{Tai_Tham}"
)
_JOINING = rf"(?:(?!\p{{Default_Ignorable_Code_Point}})[{_SCRIPTS}])"
# What is never drawn, but for what a script or an emoji needs: behind its base, once.
_UNSEEN = regex.compile(
    rf"""
    (?:
        \U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{{3,6}}\U000e007f   # flags of England, Texas
      | (?<={_JOINING}\p{{M}}?)\u200c(?={_JOINING})
      | (?<={_JOINING}\p{{M}}?)\u200d
      | (?<=[\p{{Extended_Pictographic}}\p{{Emoji_Modifier}}]\ufe0f?)\u200d(?=\p{{Extended_Pictographic}})
      | (?<=[0-9\#*])\ufe0f(?=\u20e3)                                            # keycaps
      | (?<=\p{{Emoji}})(?<![0-9\#*])[\ufe0e\ufe0f]
      | (?<=\p{{Unified_Ideograph}})[\ufe00-\ufe02\U000e0100-\U000e01ef]
      | (?<=[\p{{Sm}}\p{{Myanmar}}])\ufe00
      | (?<=(?=\p{{L}})\p{{Mongolian}})[\u180b-\u180f]
    )(*SKIP)(*FAIL)
    | (?!\p{{Prepended_Concatenation_Mark}}|\s)[\p{{Default_Ignorable_Code_Point}}\p{{C}}\ufffc]
    """,
    regex.VERBOSE,
)
_BLANK = str.maketrans({"\u2800": " "})  # a letter of Braille without dots
_MARKED = regex.compile(r"[^\p{M}\s]?[\p{M}\u200c\u200d]+|[\u1100-\u115f][\u1160-\u11ff]+")
_MOST_MARKS = 4
_SEEN = regex.compile(r"[\p{L}\p{N}\p{S}]")
_HASHED = r"_\p{Nd}\u00b7\u200c\u0d80-\u0dff"  # what TDLib lets stand in a hashtag beside letters
# Behind a dot: endings of files, which no site ends in, and a word that begins a sentence, which TDLib takes for no site.
_NO_SITE = (
    r"(?:(?i:pdf|txt|exe|docx?|odt|rtf|epub|eml|html?|php|aspx?|js|ts|css|cpp|rb|go|jpe?g|png|gif|svg|webp|mp[34]|wav|avi"
    r"|xml|json|csv|xlsx?|pptx?|opml|rss|ya?ml|toml|ini|dll|tar|gz|rar|apk|iso|dmg|deb|rpm|jar|log|tmp|sql)"
    r"|\p{Lu}[^\P{L}\p{Lu}]+)"
)
_ACTIVE = regex.compile(
    rf"""
      (?<![\p{{L}}\p{{N}}_])@(?=[A-Za-z0-9_])
    | (?<![\p{{L}}\p{{N}}_/<>])/(?=[A-Za-z0-9_])
    | (?<![{_HASHED}\p{{L}}])\#(?=[{_HASHED}]*\p{{L}})
    | (?<![{_HASHED}\p{{L}}$])\$(?=[A-Z]|1INCH)
    | :(?=//)
    | (?<=\d)\.(?=\d{{1,3}}\.\d{{1,3}}\.\d)
    | (?<=[A-Za-z0-9_~]|[^\x00-\xbf])\.(?=\p{{L}}[\p{{L}}\p{{M}}])(?!{_NO_SITE}(?![\p{{L}}\p{{N}}]))
    """,
    regex.VERBOSE,
)


def clean(text: str) -> str:
    """One line of foreign text: nothing unseen, nothing that piles up, turns the line or can be pressed.

    Empty where nothing can be read in it, so that a caller shows something else. Plain text comes back as it is.
    """
    line = " ".join(paired(text, "ignore").translate(_BLANK).split())
    if not (line.isascii() and line.isprintable()):
        line = _MARKED.sub(lambda found: _fewer(found[0]), _UNSEEN.sub("", line))
        line = " ".join(line.split())
    return _ACTIVE.sub(rf"\g<0>{JOINER}", line) if _SEEN.search(line) else ""


def paired(text: str, errors: str = "replace") -> str:
    """The text with halves of signs put together; one that is alone is replaced or ignored. As long as before in UTF-16."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", errors)


def _fewer(cluster: str) -> str:
    """A base and its marks composed, then only so many marks that are drawn above and below; none without a base."""
    if unicodedata.category(cluster[0]).startswith("M"):
        return ""
    kept, marks = [], 0
    for char in unicodedata.normalize("NFC", cluster):
        marks += unicodedata.category(char) in {"Mn", "Me"}
        if marks <= _MOST_MARKS or unicodedata.category(char) not in {"Mn", "Me"}:
            kept.append(char)
    return "".join(kept)
