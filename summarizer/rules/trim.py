"""What of a sentence may fall away: a dateline, a connective, a list mark before it; a bare attribution behind it."""

import re

from summarizer.rules.never import is_unfinished

_HEAD = 160  # characters at the beginning in which something may fall away
_TAIL = 90  # and at the end
_LEAST = 5  # words that must be left
_LEFT_OF_ATTRIBUTION = 8

_MARK = re.compile(r"\s*(?:[•·▪■►*–—-]\s+|>+\s*|\(?\d{1,2}[.)]\s+(?=[^\W\d_]))")
_NOTE = re.compile(r"(?:\s*\[\d{1,3}\])+\s*$")
_PLACE = r"[^\W\d_a-zà-ÿа-яіїєґ][\w.'’ /,-]{1,40}?"
_AGENCIES = (
    "reuters|ap|afp|dpa|cnn|bbc|upi|efe|ansa|tass|ukrinform|interfax|xinhua|bloomberg|agenc(?:y|ies)|belga|pap|čtk|apa|"
    "sda|kna|epd|lusa|anp|ntb|tt|ritzau|cp|pti|ians|kyodo|yonhap|unian|associated press|уніан|укрінформ|риа новости|"
    "тасс|рбк|интерфакс|інтерфакс"
)
_AGENCY = re.compile(rf"\b(?:{_AGENCIES})\b", re.IGNORECASE)
_DATELINE = re.compile(
    rf"(?:{_PLACE}\s*[,.]?\s*\([^()]{{2,30}}\)\s*[-–—:]+\s*"  # LONDON (Reuters) —
    rf"|\((?i:{_AGENCIES})[^()]{{0,25}}\)\s*[-–—:]*\s*"  # (CNN) —
    rf"|{_PLACE}(?:,\s*[^—–(]{{2,30}})?\s*[-–—]\s*(?i:{_AGENCIES})[\w-]*\.?\s*[-–—:.]*\s+"  # МОСКВА, 12 авг — РИА Новости.
    r"|[A-ZÀ-ÞА-ЯІЇЄҐ][A-ZÀ-ÞА-ЯІЇЄҐ .'’-]{2,30}(?:,\s[^—–]{2,30})?\s*(?:[–—]|--)\s+"  # LONDON, May 3 —
    r"|[A-Z]{2,8}(?:\.(?:vn|VN)|\s?(?:Online|online))\s+[-–—]\s+)"  # VOV.VN —
)

# Openings that can go with their comma: what is said stays the same.
_CONNECTIVES = {
    "en": "however|meanwhile|moreover|furthermore|in addition|additionally|besides|nevertheless|nonetheless|still|"
    "at the same time|on the other hand|in the meantime|for (?:his|her|their|its) part|in turn|in fact|indeed|also|"
    "as a result|of course|in particular|for example|for instance|overall|similarly|likewise|consequently|therefore|"
    "thus|that said|even so",
    "de": "außerdem|zudem|darüber hinaus|gleichzeitig|unterdessen|übrigens|im übrigen",
    "fr": "cependant|toutefois|néanmoins|par ailleurs|en outre|de plus|en effet|pourtant|ainsi|dans le même temps|"
    "en revanche|de son côté|de leur côté|pour sa part|enfin|ensuite|or|mais",
    "es": "sin embargo|no obstante|además|asimismo|por otra parte|por otro lado|por su parte|mientras tanto|así|"
    "en cambio|al mismo tiempo|a su vez|por ejemplo|de hecho",
    "it": "tuttavia|inoltre|intanto|infatti|invece|nel frattempo|al contempo|peraltro|dunque|quindi|però",
    "pt": "no entanto|além disso|porém|contudo|todavia|entretanto|por outro lado|por sua vez|ao mesmo tempo|assim|"
    "portanto|por exemplo",
    "nl": "echter|bovendien|daarnaast|tegelijkertijd|intussen|overigens",
    "pl": "jednak|ponadto|tymczasem|z kolei|jednocześnie|poza tym|natomiast",
    "cs": "navíc|mezitím|kromě toho|zároveň",
    "ru": "однако|кроме того|между тем|тем не менее|тем временем|в то же время|помимо этого|более того|к тому же|"
    "в свою очередь|таким образом|впрочем|вместе с тем|при этом",
    "uk": "однак|проте|крім того|окрім того|тим часом|водночас|разом з тим|більше того|до того ж|своєю чергою|"
    "у свою чергу|таким чином|втім|утім|при цьому",
    "tr": "ancak|ayrıca|bununla birlikte|öte yandan|aynı zamanda",
    "el": "ωστόσο|επιπλέον|παράλληλα",
    "vi": "tuy nhiên|ngoài ra|bên cạnh đó|do đó|vì vậy|vì thế|đồng thời|hơn nữa|mặt khác|trong khi đó",
    "id": "namun|selain itu|sementara itu|oleh karena itu|meski demikian|namun demikian|di sisi lain",
    "zh": "但是|然而|不过|此外|另外|同时|因此|与此同时",
    "ja": "しかし|また|さらに|一方|なお|ただ",
    "ko": "하지만|그러나|또한|한편|그리고|이어",
    "ar": "لكن|ومع ذلك",
    "hi": "हालांकि|लेकिन",
}
_COMMA = r"\s*[,،，、]\s*"
_OPENERS = {
    language: re.compile(rf"[\"“]?(?:{phrases}){_COMMA}", re.IGNORECASE)
    for language, phrases in _CONNECTIVES.items()
}

# Who said it, when that is a pronoun: "…, he said on Monday." Those with a name, a trade or an office stay, since
# without them a claim would become a fact.
_WHEN = (
    r"(?:\s(?:on|late on|early on)\s\w+|\s(?:yesterday|today|earlier|later)|\sin a (?:statement|tweet|post))?"
)
_WHO = "(?:he|she|they|it)"
_SAID = r"(?:said|says|added|told (?:reporters|journalists)|noted|explained|stated|wrote|announced)"
_ATTRIBUTIONS = {
    "en": re.compile(rf",\s(?:{_WHO}\s(?:also\s)?{_SAID}|{_SAID}\s{_WHO}){_WHEN}\.?\s*$", re.IGNORECASE),
    "de": re.compile(r",\s(?:so|sagte|erklärte)\s(?:er|sie)(?:\s\w+){0,2}\.?\s*$", re.IGNORECASE),
    "fr": re.compile(
        r",\sa-t-(?:il|elle|on)\s(?:déclaré|ajouté|dit|indiqué|précisé|affirmé|expliqué|estimé|assuré|souligné|annoncé|"
        r"poursuivi|conclu)(?:\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?\.?\s*$",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r",\s(?:dijo|añadió|agregó|indicó|señaló|explicó|afirmó|aseguró)(?:\s(?:él|ella|este\s\w+))?\.?\s*$",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"[,»],?\s[-–—]?\s?(?:сказал|сказала|сообщил|сообщила|отметил|отметила|заявил|заявила|добавил|добавила)(?:\s(?:он|она))\.?\s*$",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        r"[,»],?\s[-–—]?\s?(?:сказав|сказала|повідомив|повідомила|зазначив|зазначила|заявив|заявила|додав|додала)(?:\s(?:він|вона))\.?\s*$",
        re.IGNORECASE,
    ),
}


def trim(sentence: str, language: str | None) -> tuple[int, int]:
    """Where the part of the sentence begins and ends that is worth a bullet, in code points.

    All of it when nothing falls away. What is left never opens with a small letter unless the sentence did, and is
    grammatical by itself: it has at least five words.
    """
    start = _opening(sentence, language)
    end = _ending(sentence, start, language)
    return (start, end) if start < end else (0, len(sentence))


def _opening(sentence: str, language: str | None) -> int:
    start = 0
    for pattern in (_MARK, _DATELINE, _OPENERS.get(language or "")):
        found = pattern.match(sentence[:_HEAD], start) if pattern else None
        if found and _stands(sentence, found.end()) and (pattern is not _DATELINE or _is_dateline(found[0])):
            start = found.end()
    return start


def _is_dateline(text: str) -> bool:
    """Whether its place is in capitals, or it names an agency."""
    return text.split(" ", maxsplit=1)[0].strip(",.(").isupper() or bool(_AGENCY.search(text))


def _stands(sentence: str, start: int) -> bool:
    """Whether what is left from there can be a sentence."""
    rest = sentence[start:]
    quote = rest[:1] in {'"', "“", "„", "«"} or sentence[start - 1 : start] in {'"', "“", "„", "«"}
    if is_unfinished(rest) or (quote and rest[1:2].islower()):
        return False
    return rest.count(" ") >= _LEAST - 1 or (
        not rest.isascii() and " " not in rest and len(rest) > 2 * _LEAST
    )


def _ending(sentence: str, start: int, language: str | None) -> int:
    end = len(sentence)
    note = _NOTE.search(sentence, max(start, end - _TAIL))
    end = note.start() if note else end
    pattern = _ATTRIBUTIONS.get(language or "")
    found = pattern.search(sentence[:end], max(start, end - _TAIL)) if pattern else None
    if found is None:
        return end
    cut = found.start() + (sentence[found.start()] == "»")
    rest = sentence[start:cut]
    whole = rest.count('"') % 2 == 0 and rest.count("“") + rest.count("„") == rest.count("”")
    return cut if whole and rest.count(" ") >= _LEFT_OF_ATTRIBUTION - 1 else end
