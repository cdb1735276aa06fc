"""Function words of languages for which sumy has no list, or a broken one: the commonest, by hand."""

OWN = {
    "nl": "de het een en van ik te dat die in is niet zijn op aan met als voor er maar om hij dan zou of wat wij we "
    "door over ze bij ook tot je mij uit der daar naar heb hoe heeft hebben deze u want nog zal me zij nu geen omdat "
    "iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja werd wordt wie",
    "ru": "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от "
    "меня еще нет о из ему теперь когда даже ну если уже или ни быть был него до вас опять вам ведь там потом себя "
    "ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под "
    "будет тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы были куда зачем "
    "всех можно при об хоть после над больше тот через эти нас про них какая много эту моя свою этой перед том "
    "такой им более всегда конечно всю между это также который которые которая",
    "tr": "ve bir bu da de için ile çok daha gibi en ama olarak olan kadar sonra ne o mi her ki ya veya ben biz siz "
    "onlar şu hem ise değil var yok oldu olduğu göre bunu önce tarafından diye ancak bile hiç nasıl neden üzere olan olduğunu ettiği etti dedi ifade şekilde yer aynı her bazı bütün tüm kendi "
    "onun bunun şöyle böyle ayrıca sadece önceki içinde arasında karşı",
    "vi": "và của là có được cho không người một trong những với các đã này khi để ở cũng như từ đến về ra tại vào "
    "nhiều năm ông sẽ theo trên bị sau phải hay đó nhưng lại còn mà thì làm",
    "sv": "och att det i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne "
    "då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi dem vara",
    "da": "og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham "
    "hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når",
    "no": "og i jeg det at en et den til er som på de med han av ikke der så var meg seg men har om vi min mitt ha "
    "hadde hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv her alle vil bli ble",
    "fi": "ja on ei että se hän oli mutta ovat joka kun niin kuin myös sen ole tai jos hänen ollut mukaan sitä tämä "
    "jo vain vielä mitä olla nyt sekä jonka ne he siitä jotka kanssa",
    "hu": "a az és hogy nem is egy ez meg csak de volt már van ha el mint még azt sem vagy ki fel lesz kell itt ezt "
    "lehet után szerint majd én ő mi ti ők nagyon minden",
    "ro": "și de la în a nu că o cu pe mai din un care este sunt pentru au fost prin ca se al sau dar fi după iar "
    "acest această fost cele lui ei am are",
    "pt": "o a os as um uma uns umas e de do da dos das em no na nos nas por pelo pela pelos pelas para com sem que se "
    "não ao à aos às ou mas como mais já foi ser ter tem são está estão era seu sua seus suas ele ela eles elas isso "
    "isto este esta esse essa aquele aquela também muito quando onde entre até sobre após depois há foram pode podem "
    "ainda só mesmo num numa lhe lhes nos me te qual quais quem cada todo toda todos todas outro outra outros outras "
    "segundo desde contra durante havia tinha sido será seria teve",
    "hi": "का की के को में से है हैं और पर ने यह वह ये वे एक कि भी तो ही जो था थी थे हो गया गई गए कर करने किया इस उस इन उन "
    "अपने साथ लिए बाद तक या नहीं कुछ जब तब अब कहा रहा रही रहे होने द्वारा बहुत सकता सकते सकती जा दिया दी दिए वाले वाली वाला",
    "id": "yang di dan itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka "
    "lebih telah atau saat oleh sudah kami kita para sebagai adalah hingga antara karena seperti serta namun bagi maka menjadi tahun hari kata "
    "ujar hanya sangat belum masih pun lalu kemudian secara setelah sebelum ketika dapat harus oleh agar jika bahwa hal",
}
