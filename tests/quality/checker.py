"""What a strict reader would object to in a bullet: written without a look at the rules of the product.

The rules decide before, with tables of their own; this judges after, so that a hole in a table shows as a finding.
"""

import re
from functools import cache

from tests.quality.openers import CONNECTIVES, HARMLESS, PRONOUNS

DANGLING = frozenset({"dangling_pronoun", "dangling_connective"})
_ENDS = ".!?…。！？।؟๏;"
_QUOTES = "\"'“”„«»‘’「」()[]"
_UNSPACED = frozenset({"zh", "ja", "th", "ko"})

_SIGNS = {
    "caption": r"^(?:photos?|images?|pictures?|video|foto|fotos|bild|crédit|credits?|фото|відео|видео|ảnh|fotoğraf)\b[^.]{0,25}"
    r"[:©/]|\b(?:getty images|ap photo|photo by|courtesy of)\b",
    "byline": r"^(?i:by|von|par|por|автор|autor)\s+[A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’-]+(?:\s+[A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’-]+){1,3}$",
    "dateline": r"^.{0,45}\((?:reuters|ap|afp|dpa|cnn|bbc|efe|ansa|pap|upi|agency|agencies)\)",
    "cookie": r"\bcookies?\b.{0,80}\b(?:use|uses|using|accept|site|website|policy|settings|consent|utilis\w+|verwend\w+|nutz\w+|"
    r"utiliz\w+|accett\w+|gebruik\w*|używ\w+)|\b(?:use|uses|accept|verwenden|nutzen|utilise|utilisons|utilizamos|usamos|"
    r"utilizziamo|gebruiken|używamy|použív\w+|використову\w+|использу\w+)\b.{0,40}\b(?:cookies?|файли? cookie)",
    "newsletter": r"\bnewsletters?\b.{0,60}\b(?:sign|subscribe|inbox|abonn\w+|inscri\w+|suscr\w+|iscri\w+|assin\w+)|"
    r"\b(?:sign up|subscribe|abonnieren|abonnez-vous|suscríb\w+|iscriviti|inscreva-se|підпишіт\w+|підписуйт\w+|"
    r"подпи\w+тесь|zapisz się)\b.{0,60}\b(?:newsletter|updates|channel|канал|us|here|daily|now|розсилк\w+|рассылк\w+)",
    "read_also": r"^\W*(?:(?:read|see|watch) (?:also|more|next)|also read|related:|lesen sie auch|mehr zum thema|(?:à )?lire aussi|"
    r"le[ea] también|leggi anche|leia (?:também|mais)|lees ook|czytaj (?:też|także|również|więcej)|čtěte také|"
    r"читайте (?:також|также)|ayrıca okuyun|xem thêm|đọc thêm|baca juga|اقرأ أيض|延伸阅读|相关阅读|関連記事|यह भी पढ़ें)",
    "reported_earlier": r"^\W*(?:as|як|как)\s.{2,60}?\b(?:reported|wrote|informed|повідомля\w+|писа\w+|сообща\w+)\b.{0,25}?"
    r"(?:earlier|previously|раніше|ранее)|^\W*(?:нагада\w+|напомн\w+|раніше повідомля\w+|ранее сообща\w+)",
    "follow": r"\b(?:follow|like|join) us\b|\bshare this (?:article|story|post)\b|\bfolgen sie uns\b|\bsuivez-nous\b|\bsíguenos\b|"
    r"\bсте[жд]\w+ за нами\b|\ball rights reserved\b",
    "attribution": r"^\W*(?:[\w.’'-]+\s){1,12}(?:said|stated|told|announced) (?:this|so)(?: (?:in|on|to|at)\b[^,]*|)\W*$|"
    r"^\W*(?:про це|об этом)\b.{0,120}$",
    "number": r"^[\W\d_]*$",
}
_COMPILED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _SIGNS.items()}
_BYLINE = re.compile(_SIGNS["byline"])


def findings(bullet: str, title: str | None, language: str | None, before: str | None = None) -> list[str]:
    """What is wrong with a bullet, by name; nothing when all is well.

    `before` is the sentence before it in the article, if that is the bullet before it: then a pronoun has its noun.
    """
    text = bullet.strip()
    found = [name for name, sign in _COMPILED.items() if name != "byline" and sign.search(text[:400])]
    found += ["byline"] if _BYLINE.match(text) else []
    found += ["heading"] if _is_heading(text) else []
    found += ["title_copy"] if title and _bare(title) == _bare(text) else []
    found += ["question"] if text.rstrip(_QUOTES + " ").endswith(("?", "？", "؟")) else []
    found += ["lower_case_start"] if _is_low(text) else []
    return found + ([] if before else _dangling(text, language or "en"))


def is_span(bullet: str, text: str) -> bool:
    """Whether the bullet stands in the text word for word, but for white space."""
    return " ".join(bullet.split()) in " ".join(text.split())


def _is_heading(text: str) -> bool:
    spaced = len(text.split()) < 8 if " " in text else len(text) < 16
    return spaced and not text.rstrip(_QUOTES + " ").endswith(tuple(_ENDS)) and text[-1:] not in _QUOTES


def _bare(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _is_low(text: str) -> bool:
    head = text.lstrip(_QUOTES + " –—-•")[:2]
    return head[:1].islower() and head < "\u0590" and not head[1:].isupper()


def _dangling(text: str, language: str) -> list[str]:
    head = text.lstrip(_QUOTES + " –—-").lower().replace("’", "'")[:200]
    harmless = HARMLESS.get(language)
    if harmless and re.match(harmless, head):
        return []
    first = re.match(r"[\w'-]+", head)
    word = first[0].split("'")[0] if first and language != "fr" else first[0] if first else ""
    if word in PRONOUNS.get(language, "").split():
        return ["dangling_pronoun"]
    connective = _connective(language)
    return ["dangling_connective"] if connective and connective.match(head) else []


@cache
def _connective(language: str) -> re.Pattern[str] | None:
    words = CONNECTIVES.get(language)
    return re.compile(f"(?:{words})" + ("" if language in _UNSPACED else r"(?![\w-])")) if words else None
