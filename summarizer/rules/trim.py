"""What of a sentence may fall away: a dateline, a connective, a list mark before it; a bare attribution behind it."""

import re

from summarizer.rules.connectives import CONNECTIVES, LABELS
from summarizer.rules.openings import UNSPACED
from summarizer.rules.shapes import STARTS, is_balanced, is_unfinished

_HEAD = 160  # characters at the beginning in which something may fall away
_TAIL = 90  # and at the end
_LEAST = 4  # words that must be left
_LEFT_OF_ATTRIBUTION = 8
_CONNECTIVE_CHARS = 40

_MARK = re.compile(r"\s*(?:[•·▪■►*–—-]\s+|>+\s*|\(?\d{1,2}[.)]\s+(?=[^\W\d_]))")
_NOTE = re.compile(r"(?:\s{0,4}\[\d{1,3}\]){1,20}\s{0,4}$")
_PLACE = r"[^\W\d_a-zà-ÿа-яіїєґ][\w.'’ /,-]{1,40}?"
_AGENCIES = (
    "reuters|ap|afp|dpa|cnn|bbc|upi|efe|ansa|tass|ukrinform|interfax|xinhua|bloomberg|agenc(?:y|ies)|belga|pap|čtk|apa|"
    "sda|kna|epd|lusa|anp|ntb|tt|ritzau|cp|pti|ians|kyodo|yonhap|unian|associated press|уніан|укрінформ|риа новости|"
    "тасс|рбк|интерфакс|інтерфакс"
)
_AGENCY = re.compile(rf"\b(?:{_AGENCIES})\b", re.IGNORECASE)
_DATELINE = re.compile(
    rf"(?:{_PLACE}\s*[,.]?\s*\([^()]{{2,30}}\)\s*[-–—:]+\s*"  # LONDON (Reuters) —
    rf"|{_PLACE}\s*\((?i:{_AGENCIES})[^()]{{0,25}}\)\s*"  # Sund, Norland (CNN)The
    rf"|\((?i:{_AGENCIES})[^()]{{0,25}}\)\s*[-–—:]*\s*"  # (CNN) —
    r"|\([^\W\d_a-zà-ÿ][^()]{1,30}\)(?:\s*[-–—]+\s+|(?=[^\W\d_a-zà-ÿ]))"  # (Daily Courier) — ; (Courier)The
    r"|\((?:Ảnh|Nguồn|Photo|Image|Foto):[^()]{1,60}\)\s*"  # (Photo: Ada Quill)
    r"|Ảnh(?: minh họa|: ?(?:AFP|AP|EPA|Reuters|TTXVN|VOV|TTO|(?:[A-ZĐ]\.){1,3}[A-ZĐ]?))\.? (?=[^\W\d_a-zà-ÿ])"
    r"|[^.!?]{5,110}\s[-–—]\s?Ảnh:\s?(?:AFP|AP|EPA|Reuters|TTXVN|VOV|TTO|[^.!?]{2,30}[.!?]{1,2})\s(?=[^\W\d_a-zà-ÿ])"
    r"|[^.!?]{5,110}\(Ảnh:[^()]{1,60}\)\s*"
    rf"|{_PLACE}(?:,\s*[^—–(]{{2,30}})?\s*[-–—]\s*(?i:{_AGENCIES})[\w-]*\.?\s*[-–—:.]*\s+"  # МОСКВА, 12 авг — РИА Новости.
    rf"|{_PLACE},\s[^—–()]{{0,20}}(?:19|20)\d\d\s+[-–—]\s+"  # Sund, 3 May 2026 –
    r"|[A-ZÀ-ÞА-ЯІЇЄҐ][A-ZÀ-ÞА-ЯІЇЄҐ .'’-]{2,30}(?:,\s[^—–]{2,30})?\s*(?:[–—]|--)\s+"  # LONDON, May 3 —
    r"|[A-Z]{2,8}(?:\.(?:vn|VN)|\s?(?:Online|online))\s+[-–—]\s+)"  # VOV.VN —
)
_OF_DATELINES = ("(", "Ảnh", "–", "—", " - ", "--")
_COMMA = re.compile(r"[,،，、]\s*")
_CLOSERS = ('"', "”", "»", "“")

# Who said it, when that is a pronoun: "…, he said on Monday." Those with a name, a trade or an office stay, since
# without them a claim would become a fact. Matched where the sentence's last comma stands.
_WHEN = (
    r"(?:\s(?:on|late on|early on)\s\w+|\s(?:yesterday|today|earlier|later)|\sin a (?:statement|tweet|post))?"
)
_WHO = "(?:he|she|they|it)"
_SAID = r"(?:said|says|added|told (?:reporters|journalists)|noted|explained|stated|wrote|announced)"
_SAID_BY = {
    "en": rf"(?:{_WHO}\s(?:also\s)?{_SAID}|{_SAID}\s{_WHO}){_WHEN}",
    "de": r"(?:so|sagte|erklärte|hieß es)(?:\s(?:er|sie|es))?(?:\s(?:weiter|am\s\w+))?",
    "fr": r"a-t-(?:il|elle|on)\s(?:déclaré|ajouté|dit|indiqué|précisé|affirmé|expliqué|estimé|assuré|souligné|annoncé|"
    r"poursuivi|conclu)(?:\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?",
    "es": r"(?:dijo|añadió|agregó|indicó|señaló|explicó|afirmó|aseguró)(?:\s(?:él|ella|este\s\w+))?",
    "it": r"(?:ha (?:detto|aggiunto|spiegato|dichiarato))(?:\s(?:lui|lei))?",
    "pt": r"(?:disse|afirmou|acrescentou|explicou)(?:\s(?:ele|ela))?",
    "nl": r"(?:zei|zegt|aldus|vertelde)\s(?:hij|ze|zij)",
    "ru": r"(?:[-–—]\s)?(?:сказал|сообщил|отметил|заявил|добавил)а?\s(?:он|она)",
    "uk": r"(?:[-–—]\s)?(?:сказав|повідомив|зазначив|заявив|додав|сказала|повідомила|зазначила|заявила|додала)\s(?:він|вона)",
}
_ATTRIBUTIONS = {
    language: re.compile(rf",\s{said}\.?\s*$", re.IGNORECASE) for language, said in _SAID_BY.items()
}


def trim(sentence: str, language: str | None) -> tuple[int, int]:
    """Where the part of the sentence begins and ends that is worth a bullet, in code points.

    All of it when nothing falls away. What is left never opens with a small letter unless the sentence did, and is
    grammatical by itself: it has at least four words.
    """
    start = _opening(sentence, language)
    end = _ending(sentence, start, language)
    return (start, end) if start < end else (0, len(sentence))


def _opening(sentence: str, language: str | None) -> int:
    """Where what is left begins: part after part goes, until nothing more does; 0 if that takes too much."""
    start = 0
    while start <= _HEAD:
        part = _part(sentence, start, language)
        if not part:
            return start
        start += part
    return 0


def _part(sentence: str, start: int, language: str | None) -> int:
    """The length of what can go where the rest of the sentence starts."""
    head = sentence[start : start + _HEAD]
    if head[:1].isalpha():
        parts = (_dateline(head), _label(head), _connective(head, language))
    else:
        parts = (_mark(head), _stray(sentence, start), _dateline(head))
    for part in parts:
        if part and _stands(sentence, start + part):
            return part
    return 0


def _mark(head: str) -> int:
    found = _MARK.match(head)
    return found.end() if found else 0


def _stray(sentence: str, start: int) -> int:
    """The length of a sign that closes the quotation in the sentence before."""
    return 2 * (sentence.startswith('" ', start) and sentence.count('"', start) % 2)


def _dateline(head: str) -> int:
    """Its length, if its place is in capitals, or it names an agency, a year or a source in brackets."""
    for sign in _OF_DATELINES:
        if sign in head:
            break
    else:
        return 0
    found = _DATELINE.match(head)
    return found.end() if found and _is_dateline(found[0]) else 0


def _is_dateline(text: str) -> bool:
    place = text.split(" ", maxsplit=1)[0].strip(",.(")
    return (
        text.startswith("(")
        or "Ảnh" in text
        or (place.isupper() and len(place) > 1)
        or bool(_AGENCY.search(text))
        or "20" in text
    )


def _label(head: str) -> int:
    """The length of "EXCLUSIVE: " and the like."""
    label, colon, rest = head[:_CONNECTIVE_CHARS].partition(":")
    if not colon or label.strip().lower() not in LABELS:
        return 0
    return len(label) + 1 + len(rest) - len(rest.lstrip())


def _connective(head: str, language: str | None) -> int:
    """The length of "However, " and the like."""
    found = _COMMA.search(head, 0, _CONNECTIVE_CHARS)
    if found is None or head[: found.start()].lower() not in CONNECTIVES.get(language or "", ()):
        return 0
    return found.end()


def _stands(sentence: str, start: int) -> bool:
    """Whether what is left from there can be a sentence."""
    rest = sentence[start : start + _HEAD]
    quote = rest[:1] in {'"', "“", "„", "«"}
    if is_unfinished(rest) or (quote and rest[1:2].islower()):
        return False
    unspaced = rest.lstrip(STARTS)[:1] >= UNSPACED
    return rest.count(" ") >= _LEAST - 1 or (unspaced and len(rest) > 2 * _LEAST)


def _ending(sentence: str, start: int, language: str | None) -> int:
    """Where what is left ends: one thing goes or none, so that what is left has nothing more to lose."""
    end = len(sentence)
    cut = _cut(sentence, start, end, language)
    return cut if cut == end or _cut(sentence, start, cut, language) == cut else end


def _cut(sentence: str, start: int, end: int, language: str | None) -> int:
    tail = max(start, end - _TAIL)
    if sentence[tail:end].rstrip()[-1:] == "]":
        note = _NOTE.search(sentence, tail, end)
        end = note.start() if note else end
    if sentence.endswith(' "', start, end) and sentence.count('"', start, end) % 2:
        end -= 2  # it opens the quotation in the next sentence
    comma = sentence.rfind(",", tail, end)
    pattern = _ATTRIBUTIONS.get(language or "")
    if comma < 0 or pattern is None or not pattern.match(sentence, comma, end):
        return end
    rest = sentence[start:comma]
    whole = is_balanced(rest) and not rest.endswith(_CLOSERS)  # a quotation would lose its speaker
    return comma if whole and rest.count(" ") >= _LEFT_OF_ATTRIBUTION - 1 else end
