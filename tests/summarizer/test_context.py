"""Each bullet stands among the sentences around it, and passages that meet are one."""

from summarizer import summarize
from summarizer.context import Passage, in_context
from summarizer.types import Article, Block, BlockKind, Options

ONE = "The dam held. The river rose. Engineers opened both gates. Nobody was hurt."
TWO = "A report was found. “However, the repair costs millions.” The council votes soon."
TEXT = f"{ONE}\n\n{TWO}"


def spans(*texts: str) -> list[tuple[int, int]]:
    return [(TEXT.index(text), TEXT.index(text) + len(text)) for text in texts]


def shown(passage: Passage) -> str:
    return "".join(f"[{text}]" if is_bullet else text for text, is_bullet in passage)


def passages(*texts: str, article: Article | None = None) -> list[str]:
    return [shown(each) for each in in_context(article or Article(TEXT), spans(*texts), "en")]


def test_a_bullet_has_the_sentence_before_and_the_one_behind() -> None:
    assert passages("Engineers opened both gates.") == [
        "The river rose. [Engineers opened both gates.] Nobody was hurt."
    ]


def test_the_first_and_the_last_have_one_neighbour() -> None:
    assert passages("The dam held.") == ["[The dam held.] The river rose."]
    assert passages("The council votes soon.") == [
        "“However, the repair costs millions.” [The council votes soon.]"
    ]


def test_neighbours_come_from_other_paragraphs_and_never_from_a_heading() -> None:
    assert passages("Nobody was hurt.") == [
        "Engineers opened both gates. [Nobody was hurt.] A report was found."
    ]
    kinds = [(BlockKind.PARAGRAPH, ONE), (BlockKind.HEADING, "A report was found.")]
    blocks = [Block(kind, TEXT.index(text), TEXT.index(text) + len(text)) for kind, text in kinds]
    article = Article(TEXT, blocks=tuple(blocks))
    assert passages("Nobody was hurt.", article=article) == [
        "Engineers opened both gates. [Nobody was hurt.]"
    ]


def test_passages_that_meet_are_one_and_others_stand_apart() -> None:
    assert passages("The dam held.", "Engineers opened both gates.") == [
        "[The dam held.] The river rose. [Engineers opened both gates.] Nobody was hurt."
    ]
    assert len(passages("The dam held.", "A report was found.")) == 2


def test_what_was_trimmed_off_a_bullet_is_seen_and_signs_around_it_belong_to_it() -> None:
    assert passages("the repair costs millions") == [
        "A report was found. “However, [the repair costs millions.”] The council votes soon."
    ]


def test_sentences_without_blanks_between_stay_so() -> None:
    text = "大坝守住了。河水上涨了两米。工程师打开了两座闸门。"
    start = text.index("河水")
    found = in_context(Article(text), [(start, start + len("河水上涨了两米。"))], "zh")
    assert [shown(each) for each in found] == ["大坝守住了。[河水上涨了两米。]工程师打开了两座闸门。"]


def test_every_bullet_of_a_summary_is_found_and_a_lost_text_has_none() -> None:
    article = Article(" ".join(f"Line {number} tells of the dam and of water." for number in range(60)))
    made = summarize(article, Options(sentences=5))
    told = in_context(article, [span for each in made.bullets for span in each.spans], "en")
    bold = "".join(text for passage in told for text, is_bullet in passage if is_bullet)
    assert all(bullet.text in bold for bullet in made.bullets)
    assert in_context(Article(""), [(0, 5)], "en") == ()
