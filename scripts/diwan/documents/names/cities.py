"""Cities: whether words are the name of a country or of a city, which stands beside a day as a name does.

In: a key and its language. Out: yes or no. The CLDR has all countries, and the cities after which zones of time are
called, in each language; what it lacks are other capitals, and cities of two words, which have the form of a person's name.
"""

from functools import cache

from diwan.documents.shapes import key_of

#: Cities under which news is dated and that name no zone of time: capitals, and those of two words and more.
_CITIES = """
doha | abu dhabi | manama | jeddah | mecca | medina | sanaa | washington | washington dc | ankara | beijing | geneva | the hague
islamabad | new delhi | mumbai | bengaluru | chennai | tel aviv | kuwait city | ras al khaimah | al khobar | san francisco | san diego
las vegas | new orleans | cape town | addis ababa | port sudan | mexico city | rio de janeiro | são paulo | belo horizonte | brasília
santa cruz | san salvador | san juan | saint petersburg | st petersburg | kuala lumpur | phnom penh | ho chi minh city | colombo
quezon city | new taipei | tel aviv yafo | la paz | buenos aires | santo domingo | den haag | frankfurt am main | nueva york | la habana
nova york | nova delhi | nova iorque | nueva delhi | neu delhi | la haye | le caire | la haya | san pablo | yeni delhi
доха | вашингтон | анкара | пекин | женева | абу даби | тель авив | нью дели | нью йорк | санкт петербург | нижний новгород | ростов на дону
الدوحة | أبوظبي | أبو ظبي | المنامة | جدة | مكة المكرمة | المدينة المنورة | صنعاء | واشنطن | أنقرة | بكين | جنيف | لاهاي | نيودلهي
إسلام آباد | تل أبيب | مدينة الكويت | رأس الخيمة | القدس المحتلة | العواصم | دوحه | ابوظبی | واشنگتن | آنکارا | پکن | ژنو | دهلی نو | تل آویو
دوحہ | واشنگٹن | اسلام آباد | نئی دہلی | بیجنگ | تل ابیب | नई दिल्ली | मुंबई | दोहा | वाशिंगटन | תל אביב | וושינגטון | דוחא
"""


def is_place(key: str, language: str | None) -> bool:
    """Tell whether *key* is the name of a country, or of a city that dates news or names a zone of time."""
    return key.strip() in _places(language or "en")


@cache
def _places(language: str) -> frozenset[str]:
    """Return the names of countries and of cities in *language* and in English, as keys."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    found = {zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")}
    found.update(city for line in _CITIES.splitlines() for city in line.split("|"))
    for name in ("en", language):
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        found.update(locale.territories.values())
        found.update(zone["city"] for zone in locale.time_zones.values() if zone.get("city"))
    return frozenset(key_of(place).strip() for place in found) - {""}
