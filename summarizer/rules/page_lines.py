"""Lines that belong to the page and not to the story, by how they begin or what stands in them.

Small letters, one phrase a line. They are looked for in every text, whatever its language: pages mix languages. A
phrase must be rare at the head of a sentence of news, since whatever matches is never a bullet.
"""

# Links to other pages, calls to the reader, credits, notes, consent: how such a line begins, signs aside.
OPENINGS = {
    "en": """
read also
read more
read next
read now
read the full
read our
read:
see also
see more
see:
also read
watch:
watch more
watch the video
watch below
watch live
watch our
listen:
listen now
listen to this article
listen to our
related:
related articles
related content
related stories
more on this
more stories
more from
more:
click here
click on
click to
click through
scroll down
swipe
tap here
tap to
sign up
subscribe
follow us
follow @
follow me
follow the author
follow the latest
follow our
like us
like our
share this
share it
share on
share your
share via
join us
join our
join the conversation
join the discussion
join the debate
support us
support our
donate
advertisement
sponsored
recommended
don't miss
you may also
you might also
you might like
you can follow
you can reach
you can contact
you can read
you can find more
you can also follow
most read
most popular
trending
newsletter
get the latest
get our
get all the
get breaking
get more
get in touch
download our
download the app
comment below
comments are closed
leave a comment
leave a reply
post a comment
view comments
view gallery
view all
view more
let us know
tell us
have your say
have a story
have you got
got a story
got a tip
do you have a story
do you know more
do you agree
what do you think
send your
send us
email us
e-mail us
contact us
contact the author
contact the writer
reach the author
write to us
call us
text us
photo:
photos:
photograph:
photo by
photos by
photo credit
photo courtesy
photo illustration
image:
images:
image by
image credit
image caption
image source
picture:
pictures:
picture by
pictured:
pictured above
pictured below
pictured left
pictured right
video:
video by
video caption
media caption
caption:
credit:
copyright ©
copyright (c)
copyright 20
credits:
source:
sources:
via:
by:
words by
words:
author:
about the author
editor's note
editors' note
note to readers
correction:
corrections:
clarification:
update:
updated:
published:
posted:
posted by
posted on
posted in
last updated
last modified
first published
originally published
filed under
tags:
tag:
topics:
topic:
categories:
category:
for more information
for more on
for more stories
for more news
for more details, visit
for confidential support
for the latest
to read more
to read the full
to subscribe
to continue reading
to comment
to learn more
to view this
to receive
to get the latest
to contact the
this article was
this article has been
this article first
this article originally
this article is part of
this article appeared
this story was first
this story was originally
this story has been updated
this story has been corrected
this story first
this story appeared
this story is developing
this is a developing story
this is a breaking
this is a sponsored
this post was
this post has been
this post is sponsored
this post is part of
this post contains
this post may contain
this post originally
this post first
this page was
this page is
this report was
this transcript
this content is
this website uses
this site uses
this site is protected
this essay was
this piece was
this blog
this newsletter
this week's newsletter
a version of this
an earlier version
an original version
additional reporting
reporting by
reported by
edited by
editing by
written by
compiled by
produced by
translated by
with reporting
story continues
article continues
continue reading
continued on
already a subscriber
already a member
already have an account
not a subscriber
log in
login
sign in
register now
register to
register for free
create an account
create a free account
start your free
unlock
subscribers can
we use cookies
we and our partners
we value your privacy
we may earn
we may receive
we earn a commission
we have updated our
we welcome your
we want to hear
we'd love to hear
our website uses
our privacy
by continuing
by clicking
by signing up
by submitting
by subscribing
by using this
accept all
accept cookies
manage cookies
manage preferences
reject all
privacy policy
cookie policy
cookie settings
terms of
terms and conditions
all rights reserved
all comments
all photos
the opinions expressed
the views expressed
the views and opinions
opinions expressed
views expressed
the author's views
disclaimer
disclosure
full disclosure
i received compensation
i was compensated
i may earn
i may receive
i received this
i received a free
affiliate links
as an amazon associate
thank you for reading
thanks for reading
thank you for subscribing
please enable
please sign
please subscribe
please log
please share
please visit
please note that comments
please read our
please consider
enable javascript
your browser
your email address
your support
your subscription
you need to enable
you must be logged
you must enable
you are reading
you have reached
you can unsubscribe
enter your email
back to top
skip to
jump to
table of contents
in this article
home page
next article
previous article
next:
previous:
next up:
breaking news
exclusive:
live updates
live:
file photo
file picture
stock image
getty images
gallery:
slideshow
infographic:
podcast:
quiz:
poll:
hosted by
transcript:
press release
for immediate release
media contact
press contact
for media inquiries
if you enjoyed
if you liked
if you like this
if you have a story
if you have any information
if you have been affected
if you or someone you know
if you want to read
if you would like to
if you'd like to
if you are affected
if you're affected
see inside
see gallery
see photos
show caption
hide caption
enlarge
toggle caption
play video
new: the
""",
    "de": """
lesen sie auch
lesen sie mehr
lesen sie hier
lesen sie dazu
lesen sie weiter
lesen sie:
lies auch
mehr zum thema
mehr dazu
mehr zu
mehr infos
mehr informationen
mehr nachrichten
mehr:
auch interessant
das könnte sie auch
das könnte dich auch
passend dazu
zum thema
zum artikel
zum video
weitere informationen
weitere infos
weitere nachrichten
weitere artikel
weiterlesen
hier geht es
hier gehts
hier geht's
hier klicken
klicken sie
jetzt abonnieren
jetzt lesen
jetzt anmelden
jetzt registrieren
jetzt kostenlos
abonnieren sie
melden sie sich
folgen sie uns
folgt uns
folge uns
foto:
fotos:
bild:
bilder:
video:
quelle:
quellen:
autor:
von:
stand:
stand des artikels
aktualisiert
veröffentlicht
erstveröffentlichung
anmerkung der redaktion
hinweis der redaktion
korrektur
hinweis:
dieser artikel
dieser beitrag
dieser text
diese seite
diese website
diese webseite
dieses video
wir verwenden cookies
wir nutzen cookies
wir setzen cookies
mit der nutzung
cookie
impressum
newsletter
alle rechte vorbehalten
bitte aktivieren
bitte melden
teilen sie
schreiben sie uns
diskutieren sie
kommentar schreiben
was meinen sie
was denken sie
danke für ihr
vielen dank
symbolbild
archivbild
archivfoto
mit material von
mit informationen von
zurück zur
""",
    "fr": """
lire aussi
à lire aussi
a lire aussi
lire également
à lire également
lire:
à lire:
à lire
voir aussi
à voir aussi
voir:
voir la vidéo
regardez
écoutez
écouter
abonnez-vous
s'abonner
inscrivez-vous
je m'abonne
je m'inscris
suivez-nous
suivez l'actualité
retrouvez
cliquez
cliquer ici
partagez
partager
crédit photo
crédits photo
crédit:
photo:
photo d'illustration
image d'illustration
vidéo:
source:
sources:
publié le
mis à jour
mise à jour
article réservé
cet article
ce contenu
ce site utilise
nous utilisons des cookies
en poursuivant
en cliquant
politique de confidentialité
tous droits réservés
newsletter
recevez
téléchargez
contactez
écrivez-nous
réagissez
commentez
pour en savoir plus
en savoir plus
plus d'informations
sur le même sujet
le reste après cette publicité
(avec afp
avec afp
""",
    "es": """
lee también
lea también
leer también
lea además
lea más
leer más
lee más
lee:
ver también
ver más
vea también
vea:
mira también
mira:
te puede interesar
le puede interesar
te recomendamos
más información
más noticias
más sobre
suscríbete
suscríbase
regístrate
síguenos
síganos
sigue leyendo
seguir leyendo
haz clic
haga clic
foto:
fotos:
fotografía:
imagen:
vídeo:
video:
fuente:
actualizado
publicado
este artículo
este sitio
esta web
utilizamos cookies
usamos cookies
al continuar
política de privacidad
todos los derechos
boletín
contacta
escríbenos
déjanos
nota del editor
""",
    "it": """
leggi anche
leggi tutto
leggi:
vedi anche
guarda anche
guarda il video
guarda:
potrebbe interessarti
continua a leggere
iscriviti
abbonati
registrati
seguici
segui
clicca
condividi
foto:
immagine:
video:
fonte:
aggiornato
pubblicato
questo articolo
questo sito
utilizziamo i cookie
usiamo i cookie
informativa
tutti i diritti
ricevi
scrivici
""",
    "pt": """
leia também
leia mais
leia:
veja também
veja mais
veja:
saiba mais
assine
inscreva-se
cadastre-se
siga-nos
siga o
siga a
clique
compartilhe
foto:
fotos:
imagem:
vídeo:
fonte:
continua após
atualizado
publicado
este artigo
este site
usamos cookies
utilizamos cookies
política de privacidade
todos os direitos
receba
baixe
comente
""",
    "nl": """
lees ook
lees meer
lees verder
lees:
bekijk ook
kijk ook
bekijk de video
meer over
abonneer
schrijf je in
meld je aan
volg ons
klik hier
deel dit
foto:
beeld:
video:
bron:
bijgewerkt
gepubliceerd
dit artikel
deze website
wij gebruiken cookies
we gebruiken cookies
alle rechten voorbehouden
nieuwsbrief
""",
    "pl": """
czytaj też
czytaj także
czytaj również
czytaj więcej
czytaj dalej
przeczytaj także
przeczytaj też
przeczytaj również
zobacz też
zobacz także
zobacz również
zobacz:
więcej na
więcej:
subskrybuj
zapisz się
zaloguj
obserwuj nas
śledź nas
polub nas
kliknij
udostępnij
zdjęcie:
fot.
foto:
źródło:
aktualizacja
opublikowano
ten artykuł
ta strona
ta witryna
używamy plików cookie
wykorzystujemy pliki cookie
polityka prywatności
wszelkie prawa
newsletter
polecamy
masz ciekawy temat
""",
    "cs": """
čtěte také
čtěte více
přečtěte si
mohlo by vás
více čtěte
sledujte nás
přihlaste
odebírejte
klikněte
sdílejte
foto:
zdroj:
aktualizováno
tento článek
tento web
používáme cookies
všechna práva
""",
    "uk": """
читайте також
читайте ще
читайте більше
читайте на тему
читайте:
читати також
читати більше
дивіться також
дивіться:
підписуйтесь
підписуйтеся
підпишіться
приєднуйтесь
приєднуйтеся
долучайтесь
слідкуйте за
стежте за
натисніть
поділіться
поділитися
фото:
ілюстративне фото
відео:
джерело:
джерела:
автор:
нагадаємо
нагадуємо
оновлено
опубліковано
ця стаття
цей сайт
ми використовуємо файли
ми використовуємо cookie
політика конфіденційності
усі права
всі права
якщо ви помітили помилку
помітили помилку
більше новин
більше за темою
новини за темою
раніше повідомлялося
раніше ми писали
раніше ми повідомляли
раніше повідомлялось
""",
    "ru": """
читайте также
читайте ещё
читайте еще
читайте по теме
читайте:
читать также
читать далее
смотрите также
смотрите:
подписывайтесь
подпишитесь
присоединяйтесь
следите за
нажмите
поделиться
поделитесь
фото:
иллюстрация:
видео:
источник:
автор:
напомним
обновлено
опубликовано
эта статья
этот сайт
мы используем файлы
мы используем cookie
политика конфиденциальности
все права
если вы заметили ошибку
заметили ошибку
больше новостей
материалы по теме
новости по теме
ранее сообщалось
ранее мы писали
ранее мы сообщали
""",
    "tr": """
ayrıca okuyun
haberin devamı
devamını oku
ilgili haber
ilginizi çekebilir
bizi takip
abone ol
tıklayın
fotoğraf:
kaynak:
güncelleme
bu site
tüm hakları
çerez
""",
    "vi": """
xem thêm
đọc thêm
xem:
mời bạn
mời độc giả
tin liên quan
bài liên quan
theo dõi chúng tôi
đăng ký
ảnh:
ảnh minh họa
hình minh họa
video:
nguồn:
chia sẻ bài
>>
""",
    "id": """
baca juga
baca:
simak juga
lihat juga
ikuti kami
berlangganan
klik di sini
foto:
sumber:
""",
    "el": """
διαβάστε επίσης
διαβάστε ακόμη
διαβάστε ακόμα
δείτε επίσης
δείτε ακόμη
ακολουθήστε
εγγραφείτε
φωτογραφία:
πηγή:
χρησιμοποιούμε cookies
""",
    "ar": """
اقرأ أيضا
اقرأ أيضاً
اقرأ المزيد
إقرأ أيضا
شاهد أيضا
تابعونا
اشترك
المصدر:
الصورة:
نستخدم ملفات
""",
    "he": """
קראו גם
קרא גם
קראו עוד
לקריאה נוספת
עקבו אחרינו
הירשמו
צילום:
מקור:
""",
    "hi": """
यह भी पढ़ें
ये भी पढ़ें
और पढ़ें
हमें फॉलो
फोटो:
स्रोत:
""",
    "zh": """
延伸阅读
相关阅读
相关新闻
更多新闻
点击
关注我们
扫描二维码
图片来源
图：
来源：
责任编辑
编辑：
我们使用
""",
    "ja": """
関連記事
あわせて読みたい
続きを読む
詳しくは
写真：
写真:
出典：
出典:
会員登録
""",
    "ko": """
관련기사
관련 기사
더 보기
사진=
사진:
출처:
무단전재
구독
""",
    "th": """
อ่านเพิ่มเติม
อ่านต่อ
ข่าวที่เกี่ยวข้อง
ติดตามเรา
ที่มา:
ภาพ:
""",
}

# What no sentence of a story says, wherever it stands.
ANYWHERE = """
all rights reserved
contributed to this report
contributed to this story
contributed to this article
contributed reporting
appeared first on
first appeared on
first appeared in
originally appeared
was originally published
click here
scroll down for
uses cookies
use cookies
accept cookies
cookie policy
privacy policy
privacy settings
terms of use
terms of service
terms and conditions
enable javascript
ad blocker
adblocker
subscribers only
to continue reading
newsletter here
sign up here
sign up for our
subscribe to our
follow us on
follow him on twitter
follow her on twitter
follow them on twitter
on twitter @
on twitter: @
on twitter at @
pic.twitter.com
pic.x.com
https://t.co
been compensated by
compensated for this
sponsored post
affiliate link
affiliate commission
earn a commission
small commission
getty images
ap photo
afp photo
reuters/
shutterstock
file photo
image courtesy
photo courtesy
comments section below
comment section below
in the comments
link in bio
alle rechte vorbehalten
tous droits réservés
todos los derechos reservados
tutti i diritti riservati
todos os direitos reservados
wszelkie prawa zastrzeżone
все права защищены
усі права захищено
всі права захищені
無断転載
版权所有
무단 전재
"""
