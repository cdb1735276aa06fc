"""Invented news: each event as several outlets tell of it."""

from datetime import UTC, datetime, timedelta

from summarizer import Article

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)

# Language and event; then what outlets wrote: a title, and the text below it.
EVENTS = {
    ("en", "dam"): [
        """\
Orlova dam breaks and 400 families flee
The Orlova dam above the Sund valley broke on Monday night after three days of rain. About 400 families fled
their homes, Mayor Lena Brandt said. Engineers of the Water Board had found cracks in the eastern wall in
2019. Helicopters of the Sund brigade lifted 30 people from roofs in the lower town.""",
        """\
Hundreds of families leave Sund valley after Orlova dam fails
Some 400 families had to leave the Sund valley when the Orlova dam gave way late on Monday. Mayor Lena
Brandt ordered the lower town to be cleared. A report by the Water Board in 2019 spoke of cracks in the
eastern wall. The Sund brigade sent helicopters to lift people from their roofs.""",
        """\
Helicopters lift people from roofs as Orlova dam gives way
Helicopters of the Sund brigade lifted 30 people from roofs in the lower town of Orlova on Tuesday, hours
after the dam broke. Mayor Lena Brandt said that 400 families were safe. The Water Board knew of cracks in
the eastern wall since 2019, a report shows.""",
    ],
    ("en", "chess"): [
        """\
Ines Kaldor, 14, wins the Tarn chess cup
Ines Kaldor won the Tarn cup on Sunday and is, at 14, the youngest player who ever did. She beat Pavel Renn
in 31 moves in the final game. The cup has been played in Tarn since 1922. Kaldor learned the game from her
grandmother in Velm.""",
        """\
Fourteen-year-old Kaldor beats Renn to win Tarn cup
A girl of 14 has won the Tarn cup: Ines Kaldor of Velm beat Pavel Renn in 31 moves on Sunday. Nobody so
young had won it since it was first played in 1922. Her grandmother, who taught her, watched from the first
row in Tarn.""",
    ],
    ("uk", "bridge"): [
        """\
У Верходолі закрили міст через тріщину в опорі
Міст через річку Смолку у Верходолі закрили у вівторок після того, як інженери знайшли тріщину в третій
опорі. За словами мера Ореста Галайди, ремонт триватиме два місяці. Автобуси їздитимуть через Кам'яний Брід.""",
        """\
Верходільський міст закрито: інженери виявили тріщину
Інженери виявили тріщину в третій опорі мосту, що веде через Смолку, тож у вівторок його закрили. Мер
Верходолу Орест Галайда пообіцяв завершити ремонт за два місяці. Автобуси пустили Кам'яним Бродом.""",
    ],
    ("de", "strike"): [
        """\
Fährleute in Nordhaven streiken drei Tage
Die Fährleute in Nordhaven legen von Donnerstag an drei Tage die Arbeit nieder. Die Gewerkschaft Anker
fordert acht Prozent mehr Lohn, sagte ihre Sprecherin Wiebke Thoms. Die Reederei Sundlinie nennt das
unbezahlbar. Zwischen Nordhaven und der Insel Möwe fährt nur ein Notboot.""",
        """\
Streik der Fährleute: Nur ein Notboot nach Möwe
Von Donnerstag an ruht in Nordhaven für drei Tage der Fährverkehr. Die Sundlinie will die acht Prozent mehr
Lohn nicht zahlen, die Anker verlangt. Gewerkschaftssprecherin Wiebke Thoms rechnet mit einem langen Streik.
Auf die Insel Möwe fährt ein Notboot.""",
    ],
    ("vi", "whale"): [
        """\
Cá voi dài 10 mét dạt vào bờ biển Hải Lâm
Sáng thứ hai, người dân xã Hải Lâm phát hiện một con cá voi dài khoảng 10 mét dạt vào bờ biển. Ông Trần Văn
Lộc, chủ tịch xã, cho biết cá voi nặng chừng 6 tấn và đã chết. Ngư dân Hải Lâm sẽ chôn cất cá theo phong
tục.""",
        """\
Hải Lâm: Phát hiện xác cá voi nặng 6 tấn trên bờ biển
Xác một con cá voi dài 10 mét, nặng khoảng 6 tấn, được người dân tìm thấy trên bờ biển Hải Lâm vào sáng thứ
hai. Chủ tịch xã Trần Văn Lộc nói ngư dân sẽ chôn cất cá voi theo phong tục của làng.""",
    ],
}

# What came of an event later: a story of its own.
REACTION = """\
Minister resigns over unspent repair money
Transport minister Carlo Vint resigned on Thursday. An audit found that money meant for repairs had paid for
a bridge in his own district of Hult. Parliament in Alden will vote on a successor next week. Vint denied
that he had broken the law and said that the audit of the Orlova dam was unfair."""


def article(language: str, written: str, number: int, hours: float = 0) -> Article:
    """An article of an outlet of its own, its title above its text."""
    title, text = written.split("\n", 1)
    url = f"https://outlet{number}.example/{title[:8]}"
    published = NOON + timedelta(hours=hours)
    return Article(text=text, title=title, key=url, url=url, language=language, published=published)


def told(event: str) -> list[Article]:
    """All articles of one event, an hour between two."""
    return [
        article(language, written, number, number)
        for (language, name), outlets in EVENTS.items()
        if name == event
        for number, written in enumerate(outlets)
    ]


def everything() -> list[Article]:
    """All articles of all events."""
    return [each for _, event in EVENTS for each in told(event)]
