"""Hints: what the names in a page's markup say about its parts.

In: class, id, role and the like of an element. Out: a bit for each subject that they name. Names are words glued in
many ways (`entry-content`, `articleBody`, `post_text`): they are cut at signs and capitals, and long words are also
looked for inside. The words are those that makers of pages use, in the languages they use; no site has its own.
"""

import re
from functools import lru_cache

from diwan.documents.web.phrases import Phrases

#: Subjects, each with its words. Those with a `*` count inside longer words too.
SUBJECTS: dict[str, str] = {
    "body": "body content* text* article* entry post story* beitrag artikel* inhalt* contenido* cuerpo corpo conteudo* texte*"
    " contenu* contenuto* articolo* articulo* artigo* tekst* tresc haber* icerik* makale* berita* isi innehall* bodytext*"
    " articlebody* prose richtext* rich paragraph* paragraf* absatz maincontent* detail detay* matn khabar wysiwyg",
    "article": "article* artikel* articolo* articulo* artigo* post story* news* beitrag haber* berita* newsarticle*",
    "title": "title* headline* heading titel* titulo* titolo* titre* baslik* judul header1 rubrik* tytul*",
    "lead": "lead* lede* intro* summary* standfirst* dek deck excerpt* abstract* teasertext* subtitle* subheadline* subhead*"
    " vorspann* anriss* chapo* entradilla* sommario* bajada sottotitolo* ingress* spot kicker* description* perex",
    "caption": "caption* figcaption* figure* legend* bildunterschrift* photo* foto* image* picture* credit* copyright* media"
    " gallery* galerie* galeria* slideshow* slide thumb* thumbnail* img pic",
    "byline": "byline* author* autor* auteur* autore* writer* yazar* penulis* redak* reporter* journalist* contributor*"
    " skribent* forfatter* publisher signature* credits",
    "date": "date* datum* fecha* data time* timestamp* published* pubdate* tarih* tanggal* updated* dateline* dato posted",
    "meta": "meta* info* details submeta* postmeta* entrymeta*",
    "share": "share* sharing* social* facebook* twitter* whatsapp* addthis* addtoany* teilen* compartir* partager* condividi*"
    " compartilhar* paylas* bookmark* follow* tweet* telegram pinterest* linkedin* like likes print* toolbar* tools",
    "related": "related* relacionad* verwandt* similar* recommend* empfehl* more also readmore* readalso* seealso* next prev*"
    " previous popular* trending* mostread* meistgelesen* latest* recent* teaser* promo* outbrain* taboola* ilgili* terkait*"
    " correlat* connexe* related-posts* further* suggest* suggested* upnext* card cards tile* listing* feed carousel* swiper*",
    "nav": "nav navi* navbar* navigation* menu* menue* breadcrumb* crumb* brotkrumen* topbar* tab tabs pager* pagination*"
    " paging* sitemap* dropdown* hamburger* skip* search* suche* toc sidemenu* megamenu* submenu* masthead* topnav*",
    "header": "header* kopf* masthead* topbar* banner* top logo*",
    "footer": "footer* fuss* fusszeile* footnav* bottom* imprint* colophon* legal* copyright* pie rodape* foot",
    "side": "sidebar* side aside* rail* column* secondary* right left widget* complementary* marginal* infobox* factbox*"
    " box module* extra*",
    "comment": "comment* kommentar* comentario* commentaire* commento* commenti* disqus* discuss* respond* replies* yorum*"
    " reply guestbook* forum* reactions* komentar* opinion-user",
    "advert": "ad ads advert* anzeige* werbung* publicidad* pubblicita* publicite* sponsor* banner* dfp gpt adslot* promo*"
    " promotion* commercial* reklam* iklan* adv adbox* partner* affiliate*",
    "appeal": "newsletter* subscri* subscribe* abo abonn* signup* sign-up* register* login* signin* membership*"
    " donate* donation* support cta callout* appeal* suscri* iscri* offer*",
    "notice": "cookie* consent* gdpr* privacy* notice* disclaimer* warning* alert* modal* popup* overlay* lightbox* dialog*"
    " toast* message* noscript* banner* onetrust* optanon* ot-sdk* didomi* cmp cmp-* cookiebot* usercentrics* truste*",
    "paid": "paywall* premium* piano* regwall* plus metered* paid* locked*",
    "cited": "twitter-tweet* instagram-media* tiktok-embed* fb-post* bluesky-embed* mastodon-embed* reddit-embed*",
    "tags": "tag tags taglist* topic* topics* keyword* keywords* thema themen* categor* label labels schlagwort* etiqueta*"
    " temas etiket* rubric* section-name* kategori*",
    "bio": "bio biography* authorbox* author-box* authorinfo* aboutauthor* about-author* authorbio* profile* vcard* avatar*"
    " about",
    "player": "video* audio* player* podcast* embed* jwplayer* vjs* youtube* livestream* soundcloud* media-player*",
    "hidden": "hidden* hide sr-only* visuallyhidden* visually-hidden* screenreader* screen-reader* invisible* offscreen*"
    " accessibility* d-none none collapsed*",
    "quote": "quote* blockquote* zitat* pullquote* citation* cita cite testimonial*",
    "main": "main* primary* hauptinhalt* principal* center* core wrapper-main*",
    "fact": "factbox* infobox* info-box* infokasten* kasten* timeline* box-info* glossary* keyfacts* key-points* keypoints*"
    " highlights* summary-box*",
    "correction": "correction* editor-note* editornote* editorsnote* note notes footnote* endnote* reference* references*"
    " source sources quellen* fuente*",
    "list": "list* liste* items item ul lista*",
}
NAMES = tuple(SUBJECTS)
_CUT = re.compile(r"[^a-zA-Z\d]+|(?<=[a-z\d])(?=[A-Z])")


def _words() -> dict[str, int]:
    """Return the subjects of each word that counts by itself."""
    words: dict[str, int] = {}
    for bit, table in enumerate(SUBJECTS.values()):
        for word in table.split():
            plain = word.rstrip("*")
            words[plain] = words.get(plain, 0) | 1 << bit
    return words


_WORDS = _words()
#: The words that count inside others, too.
_INSIDE = Phrases(
    [word.rstrip("*") for word in table.split() if word.endswith("*")] for table in SUBJECTS.values()
)
#: What Drupal and Next.js call the element around every page, which is no dialog and no link to the next one.
_AROUND_ALL = re.compile(r"dialog-off-canvas-main-canvas|(?<![\w-])__next(?![\w-])")
#: What others posted elsewhere and an article shows: the name of the network beside it means no button to share. All of its
#: words count inside others.
_CITED = 1 << NAMES.index("cited")


@lru_cache(maxsize=8192)
def subjects_of(names: str) -> int:
    """Return the subjects that *names*, the class and id of an element, speak of: bit i for `NAMES[i]`."""
    names = _AROUND_ALL.sub("", names)
    found = _INSIDE.tables_in(names.lower())
    if found & _CITED:
        return _CITED
    for word in _CUT.split(names):
        found |= _WORDS.get(word.lower(), 0)
    return found
