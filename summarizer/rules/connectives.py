"""Openings that can go with their comma or colon, since what is said stays the same. Small letters."""


def _phrases(text: str) -> frozenset[str]:
    return frozenset(each.strip() for each in text.split(","))


CONNECTIVES = {
    language: _phrases(phrases)
    for language, phrases in {
        "en": "however, meanwhile, moreover, furthermore, in addition, additionally, besides, nevertheless, "
        "nonetheless, still, at the same time, on the other hand, in the meantime, for his part, for her part, "
        "for their part, for its part, in turn, in fact, indeed, also, as a result, of course, in particular, "
        "for example, for instance, overall, similarly, likewise, consequently, therefore, thus, that said, even so, "
        "in other words, instead, by contrast, in contrast, on the contrary, hence, accordingly, as such, "
        "what's more, what is more, to be sure, after all, again, finally, in short, notably, in response, "
        "additionally, conversely, subsequently, separately, elsewhere, yet, so, but, and, then, now",
        "de": "außerdem, zudem, darüber hinaus, gleichzeitig, unterdessen, übrigens, im übrigen, kurzum, "
        "mehr noch, im gegenteil, zum beispiel, andererseits, aber, und, doch, allerdings, jedoch",
        "fr": "cependant, toutefois, néanmoins, par ailleurs, en outre, de plus, en effet, pourtant, ainsi, "
        "dans le même temps, en revanche, de son côté, de leur côté, pour sa part, enfin, ensuite, or, mais, et, "
        "par exemple, en fait, du coup, par conséquent, pour autant, au contraire, résultat",
        "es": "sin embargo, no obstante, además, asimismo, por otra parte, por otro lado, por su parte, "
        "mientras tanto, así, en cambio, al mismo tiempo, a su vez, por ejemplo, de hecho, por tanto, por lo tanto, "
        "en consecuencia, por último, finalmente, en tanto, pero, y, también, al respecto, con todo",
        "it": "tuttavia, inoltre, intanto, infatti, invece, nel frattempo, al contempo, peraltro, dunque, quindi, "
        "però, per esempio, ad esempio, di conseguenza, infine, ma, e, anzi, insomma",
        "pt": "no entanto, além disso, porém, contudo, todavia, entretanto, por outro lado, por sua vez, "
        "ao mesmo tempo, assim, portanto, por exemplo, por fim, ainda assim, mas, e, aliás, enquanto isso",
        "nl": "echter, bovendien, daarnaast, tegelijkertijd, intussen, overigens, bijvoorbeeld, kortom, maar, en, toch",
        "pl": "jednak, ponadto, tymczasem, z kolei, jednocześnie, poza tym, natomiast, co więcej, na przykład, "
        "z drugiej strony, ale, i",
        "cs": "navíc, mezitím, kromě toho, zároveň, nicméně, naopak, například, ale, a",
        "ru": "однако, кроме того, между тем, тем не менее, тем временем, в то же время, помимо этого, более того, "
        "к тому же, в свою очередь, таким образом, впрочем, вместе с тем, при этом, например, в частности, "
        "с другой стороны, наконец, итак, следовательно, в результате, напротив, наоборот, так",
        "uk": "однак, проте, крім того, окрім того, тим часом, водночас, разом з тим, більше того, до того ж, "
        "своєю чергою, у свою чергу, в свою чергу, таким чином, втім, утім, при цьому, наприклад, зокрема, "
        "з іншого боку, отже, натомість, навпаки, у результаті, в результаті, крім цього, окрім цього, так",
        "tr": "ancak, ayrıca, bununla birlikte, öte yandan, aynı zamanda, üstelik, örneğin, böylece, dolayısıyla",
        "el": "ωστόσο, επιπλέον, παράλληλα, επίσης, όμως, τέλος, για παράδειγμα, από την άλλη, εν τω μεταξύ",
        "ar": "لكن, ومع ذلك, علاوة على ذلك, في المقابل, في الوقت نفسه, بالإضافة إلى ذلك, من ناحية أخرى",
        "he": "עם זאת, בנוסף, במקביל, מנגד, לעומת זאת, כמו כן, יתרה מכך",
        "hi": "हालांकि, लेकिन, इसके अलावा, इस बीच, साथ ही",
        "vi": "tuy nhiên, ngoài ra, bên cạnh đó, do đó, vì vậy, vì thế, đồng thời, hơn nữa, mặt khác, trong khi đó, "
        "thêm vào đó, do vậy, ngược lại, tương tự, chẳng hạn, cuối cùng, nhưng, và",
        "id": "namun, selain itu, sementara itu, oleh karena itu, meski demikian, namun demikian, di sisi lain, "
        "akibatnya, bahkan, karena itu, di samping itu, misalnya",
        "zh": "但是, 然而, 不过, 此外, 另外, 同时, 因此, 与此同时, 所以, 例如, 总之, 另一方面, 最后",
        "ja": "しかし, また, さらに, 一方, なお, ただ, そして, その後, 例えば, つまり, ところが, 他方",
        "ko": "하지만, 그러나, 또한, 한편, 그리고, 이어, 반면, 따라서, 그런데, 다만",
        "th": "อย่างไรก็ตาม, นอกจากนี้, ขณะเดียวกัน, ดังนั้น",
    }.items()
}

# Marks of a news ticker.
LABELS = _phrases(
    "exclusive, breaking, breaking news, just in, developing, update, eilmeldung, eil, exklusiv, exclusif, urgent, "
    "última hora, exclusiva, ultim'ora, esclusiva, urgente, exclusivo, терміново, ексклюзив, оновлено, срочно, "
    "молния, эксклюзив, pilne, son dakika, nóng, έκτακτο, عاجل, 快讯, 速报, 速報, 속보"
)
