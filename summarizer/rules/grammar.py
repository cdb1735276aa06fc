"""The few words of each language by which clauses are told apart. Closed classes, from grammars of the languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words in small letters.

    `verbs` are finite and can be nothing else; a clause opened by one of `openers`, relative or subordinate, holds no
    main verb; `relatives` do the same without a comma. `droppable` begin what may go without a comma before it,
    `kept` what must stay even behind one.
    """

    verbs: frozenset[str]
    relatives: frozenset[str]
    openers: frozenset[str]
    droppable: frozenset[str]
    kept: frozenset[str]


def _grammar(verbs: str, relatives: str, subordinators: str, droppable: str, kept: str) -> Grammar:
    words = [frozenset(each.split()) for each in (verbs, relatives, subordinators, droppable, kept)]
    return Grammar(words[0], words[1], words[1] | words[2], words[3], words[4])


GRAMMARS = {
    "en": _grammar(
        "is are was were has have had will would can could may might must should did does do said says told made "
        "took came went gave found left became won lost began rose fell held met got saw wants",
        "who which that whose whom where when what why how",
        "although though while whilst if after as because since despite unless until once before whereas in on at "
        "for with by from following rarer more less unlike like to not",
        "after because while following amid despite",
        "that but nor or and unless if until although though except whether than to not yet",
    ),
    "fr": _grammar(
        "est sont était étaient a ont avait avaient sera seront serait fut va vont doit doivent peut peuvent "
        "pourrait fait reste restent devait devrait faut annonce indique affirme estime assure explique c'est "
        "s'est n'est n'a",
        "qui que qu dont où lequel laquelle lesquels lesquelles",
        "si quand lorsque alors après avant comme pendant depuis selon malgré pour dans en à au aux lors face outre "
        "sans avec afin tandis bien",
        "après afin tandis selon pendant alors lors",
        "qui que qu et ou mais ni si sauf sinon à ne",
    ),
    "vi": _grammar(
        "là đã được bị sẽ đang có phải vừa không cho khiến muốn cần",
        "mà",
        "khi nếu tuy dù mặc sau trước trong theo để do vì bởi với tại từ ngoài bên",
        "để nhằm do vì bởi khi sau trước trong theo với",
        "mà hoặc hay nhưng rằng nếu là",
    ),
    "de": _grammar(
        "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können soll sollen will muss "
        "müssen gibt gab liegt bleibt sagte sagt",
        "deren dessen",
        "der die das den dem wenn als nachdem während obwohl weil da bevor falls ob dass trotz seit nach bei",
        "",
        "dass ob wie was wer wo und oder sondern aber um zu wenn falls als der die das den dem deren dessen",
    ),
    "es": _grammar(
        "es son era eran fue fueron ha han había será serán está están puede pueden debe deben tiene tienen hay "
        "dijo hizo",
        "que quien quienes donde cuyo cuya",
        "si cuando aunque mientras tras según para por en con desde a al después antes ante",
        "tras mientras después",
        "que y e o u pero ni si sino aunque a",
    ),
    "it": _grammar(
        "è sono era erano ha hanno aveva avevano sarà saranno può possono deve devono viene vengono fu",
        "che cui quale",
        "se quando mentre dopo prima secondo per in con da nel nella",
        "dopo mentre",
        "che e o ma né se a",
    ),
    "pt": _grammar(
        "é são era eram foi foram tem têm tinha há será serão está estão pode podem deve disse",
        "que quem onde cujo cuja",
        "se quando embora enquanto após segundo para por em com desde",
        "após enquanto",
        "que e ou mas nem se a",
    ),
    "nl": _grammar(
        "is zijn was waren heeft hebben had hadden wordt worden werd werden kan kunnen moet moeten zal zullen",
        "die dat",
        "als toen terwijl hoewel omdat na volgens",
        "omdat terwijl nadat",
        "dat of en maar die om te als",
    ),
    "uk": _grammar(
        "є був була було були буде будуть може можуть має мають став стала стали",
        "який яка яке які якого якої яких що",
        "якщо коли хоча поки після через за під у в на з для",
        "",
        "що щоб але та і й або чи як який яка яке які якого якої яких а",
    ),
    "ru": _grammar(
        "был была было были будет будут может могут стал стала стали является являются",
        "который которая которое которые которого которой которых что",
        "если когда хотя пока после из за под в на с для",
        "",
        "что чтобы но и или а как который которая которое которые которого которой которых",
    ),
}
# A run that ends in one of these waits for what was said.
REPORTING = frozenset(
    [
        "said",
        "says",
        "told",
        "added",
        "announced",
        "claimed",
        "déclaré",
        "dit",
        "indiqué",
        "affirmé",
        "ajouté",
        "annoncé",
        "estimé",
        "expliqué",
        "biết",
        "sagte",
        "sagt",
        "dijo",
        "ha",
        "detto",
        "disse",
        "zei",
    ]
)
