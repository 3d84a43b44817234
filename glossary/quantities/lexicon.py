"""Names of months, scales, currencies and units of measure in Russian, English and Kazakh."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CYRILLIC = re.compile("[а-яәіңғүұқөһ]", re.IGNORECASE)

Forms = tuple[tuple[str, str], ...]
"""Word forms with their slots in the paradigm: `ns` nominative singular … `lp` locative plural;
`x` fits every case; several slots stand with a space between."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A currency or a unit of measure."""

    code: str
    """ISO 4217 for a currency, the international symbol for a unit."""
    russian: Forms
    english: tuple[str, str]
    """Name after 1 and after any other number; a sign such as `$` goes before the number."""
    kazakh: str
    spoken: str = ""
    """How a Kazakh abbreviation is read aloud; empty where `kazakh` is a plain word."""
    accepted: tuple[str, ...] = ()
    """Other names a target text may use, in either language."""

    def names(self, *, cyrillic: bool) -> tuple[str, ...]:
        """The accepted names in Kazakh (`cyrillic`) or in English, beside the one written."""
        return tuple(n for n in self.accepted if bool(_CYRILLIC.search(n)) is cyrillic)


def masculine(stem: str) -> Forms:
    """Forms of a hard masculine noun: процент, процента, …"""
    slots = ("ns as", "gs", "ds", "is", "ls", "np", "gp", "dp", "ip", "lp")
    endings = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
    return tuple((stem + e, s) for e, s in zip(endings, slots, strict=True))


def feminine(stem: str) -> Forms:
    """Forms of a hard feminine noun: тонна, тонны, …"""
    slots = ("ns", "gs np", "ds ls", "as", "is", "gp", "dp", "ip", "lp")
    endings = ("а", "ы", "е", "у", "ой", "", "ам", "ами", "ах")
    return tuple((stem + e, s) for e, s in zip(endings, slots, strict=True))


def soft(stem: str) -> Forms:
    """Forms of a soft masculine noun: рубль, рубля, …"""
    slots = ("ns as", "gs", "ds", "is", "ls", "np", "gp", "dp", "ip", "lp")
    endings = ("ь", "я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях")
    return tuple((stem + e, s) for e, s in zip(endings, slots, strict=True))


def fixed(*words: str) -> Forms:
    """Indeclinable words and abbreviations: they fit every case."""
    return tuple((word, "x") for word in words)


def unit_phrase(adjective: str, noun: Forms) -> Forms:
    """Forms of «квадратный метр»: the adjective agrees with each form of the masculine noun."""
    ending = {
        "ns as": "ый", "gs": "ого", "ds": "ому", "is": "ым", "ls": "ом",
        "np": "ые", "gp": "ых", "dp": "ым", "ip": "ыми", "lp": "ых",
    }  # fmt: skip
    few = tuple((f"{adjective}ых {form}", slot) for form, slot in noun if slot == "gs")
    return few + tuple((f"{adjective}{ending[slot]} {form}", slot) for form, slot in noun)


METRE, KILOMETRE = masculine("метр"), masculine("километр")
WATTS = (("ватт", "ns as gp"), *masculine("ватт")[1:6], *masculine("ватт")[7:])


def watts(prefix: str) -> Forms:
    """Forms of киловатт, мегаватт: the genitive plural has no ending."""
    return tuple((prefix + form, slot) for form, slot in WATTS)


def watt_hours(prefix: str) -> Forms:
    """Forms of киловатт-час: only the second part inflects."""
    return tuple((f"{prefix}ватт-{form}", slot) for form, slot in masculine("час"))


def grams(stem: str) -> Forms:
    """Forms of килограмм: both genitive plurals, килограмм and килограммов, are in use."""
    return (*masculine(stem), (stem, "gp"))


CURRENCIES = (
    Unit("USD", (*masculine("доллар"), *fixed("долл.", "долл", "$", "USD")), ("$", "$"), "доллар",
         accepted=("US dollar", "US dollars", "U.S. dollars", "dollar", "dollars")),
    Unit("EUR", fixed("евро", "€", "EUR"), ("€", "€"), "еуро", accepted=("euro", "euros")),
    Unit("GBP", (*tuple((f"{f} стерлингов", s) for f, s in masculine("фунт")), *fixed("£")),
         ("£", "£"), "фунт стерлинг", accepted=("pounds", "pounds sterling")),
    Unit("KZT", fixed("тенге", "₸", "тг", "KZT"), ("tenge", "tenge"), "теңге"),
    Unit("RUB", (*soft("рубл"), *fixed("руб.", "руб", "₽", "RUB")), ("rouble", "roubles"),
         "рубль", accepted=("ruble", "rubles")),
    Unit("BYN", (), ("Belarusian rouble", "Belarusian roubles"), "Беларусь рублі",
         accepted=("Belarusian ruble", "Belarusian rubles")),
    Unit("KGS", (*masculine("сом"), *fixed("KGS")), ("som", "som"), "сом", accepted=("soms",)),
    Unit("UZS", (*masculine("сум"), *fixed("UZS")), ("sum", "sum"), "сум",
         accepted=("soum", "soums", "sums")),
    Unit("CNY", (*soft("юан"), *fixed("CNY")), ("yuan", "yuan"), "юань"),
    Unit("JPY", feminine("иен"), ("yen", "yen"), "иена"),
    Unit("TRY", feminine("лир"), ("lira", "lira"), "лира", accepted=("liras",)),
    Unit("AZN", masculine("манат"), ("manat", "manat"), "манат", accepted=("manats",)),
    Unit("TJS", fixed("сомони"), ("somoni", "somoni"), "сомони"),
    Unit("GEL", fixed("лари"), ("lari", "lari"), "лари"),
    Unit("AED", masculine("дирхам"), ("dirham", "dirhams"), "дирхам"),
    Unit("CHF", (), ("Swiss franc", "Swiss francs"), "Швейцария франкі"),
)  # fmt: skip

CURRENCY_ADJECTIVES = {
    "американск": "USD", "казахстанск": "KZT", "российск": "RUB", "белорусск": "BYN",
    "кыргызск": "KGS", "киргизск": "KGS", "узбекск": "UZS", "китайск": "CNY", "японск": "JPY",
    "турецк": "TRY", "азербайджанск": "AZN", "таджикск": "TJS", "грузинск": "GEL",
}  # fmt: skip
"""Adjectives that may stand before the currency; белорусский рубль is not the Russian one."""

UNITS = (
    Unit("km", (*KILOMETRE, *fixed("км")), ("km", "km"), "км", "километр",
         ("kilometre", "kilometres", "kilometers", "километр", "шақырым")),
    Unit("m", (*METRE, *fixed("м")), ("m", "m"), "метр", accepted=("metre", "metres")),
    Unit("km²", (*unit_phrase("квадратн", KILOMETRE), *fixed("кв. км", "кв.км", "км²", "км2")),
         ("square kilometre", "square kilometres"), "шаршы километр",
         accepted=("sq km", "km²", "шаршы шақырым")),
    Unit("m²", (*unit_phrase("квадратн", METRE), *fixed("кв. м", "кв.м", "м²", "м2")),
         ("square metre", "square metres"), "шаршы метр", accepted=("sq m", "m²")),
    Unit("km³", (*unit_phrase("кубическ", KILOMETRE), *fixed("куб. км", "куб.км", "км³")),
         ("cubic kilometre", "cubic kilometres"), "текше километр",
         accepted=("cubic km", "текше шақырым")),
    Unit("m³", (*unit_phrase("кубическ", METRE), *masculine("кубометр"),
                *fixed("куб. м", "куб.м", "м³", "м3")),
         ("cubic metre", "cubic metres"), "текше метр", accepted=("m³",)),
    Unit("ha", (*masculine("гектар"), *fixed("га")), ("hectare", "hectares"), "га", "гектар",
         ("ha", "гектар")),
    Unit("t", (*feminine("тонн"), *fixed("т")), ("tonne", "tonnes"), "тонна",
         accepted=("ton", "tons")),
    Unit("kg", (*grams("килограмм"), *fixed("кг")), ("kg", "kg"), "кг", "килограмм",
         ("kilograms", "килограмм", "келі")),
    Unit("q", (*masculine("центнер"), *fixed("ц")), ("centner", "centners"), "центнер",
         accepted=("quintals",)),
    Unit("L", (*masculine("литр"), *fixed("л")), ("litre", "litres"), "литр",
         accepted=("liters",)),
    Unit("bbl", soft("баррел"), ("barrel", "barrels"), "баррель"),
    Unit("kW", (*watts("кило"), *fixed("кВт")), ("kW", "kW"), "кВт", "киловатт", ("киловатт",)),
    Unit("MW", (*watts("мега"), *fixed("МВт")), ("MW", "MW"), "МВт", "мегаватт",
         ("megawatts", "мегаватт")),
    Unit("GW", (*watts("гига"), *fixed("ГВт")), ("GW", "GW"), "ГВт", "гигаватт", ("гигаватт",)),
    Unit("kWh", (*watt_hours("кило"), *fixed("кВт·ч", "кВт⋅ч", "кВт*ч", "кВт-ч", "кВтч")),
         ("kWh", "kWh"), "кВт·сағ", "киловатт-сағат", ("киловатт-сағат",)),
    Unit("MWh", (*watt_hours("мега"), *fixed("МВт·ч", "МВт⋅ч", "МВт*ч", "МВт-ч", "МВтч")),
         ("MWh", "MWh"), "МВт·сағ", "мегаватт-сағат", ("мегаватт-сағат",)),
    Unit("GWh", (*watt_hours("гига"), *fixed("ГВт·ч", "ГВт⋅ч", "ГВт*ч", "ГВт-ч")),
         ("GWh", "GWh"), "ГВт·сағ", "гигаватт-сағат", ("гигаватт-сағат",)),
    Unit("TWh", (*watt_hours("тера"), *fixed("ТВт·ч", "ТВт⋅ч", "ТВт*ч", "ТВт-ч")),
         ("TWh", "TWh"), "ТВт·сағ", "тераватт-сағат", ("тераватт-сағат",)),
    Unit("kV", fixed("кВ", "киловольт"), ("kV", "kV"), "кВ", "киловольт", ("киловольт",)),
    Unit("km/h", fixed("км/ч", "км/час"), ("km/h", "km/h"), "км/сағ", "километр сағат"),
    Unit("Gbit/s", fixed("Гбит/с"), ("Gbit/s", "Gbit/s"), "Гбит/с", "гигабит секунд"),
    Unit("Mbit/s", fixed("Мбит/с"), ("Mbit/s", "Mbit/s"), "Мбит/с", "мегабит секунд"),
    Unit("°C", fixed("°C", "°С", "° C", "° С", "градусов Цельсия"), ("°C", "°C"), "°C", "градус"),
)  # fmt: skip

PERCENT = (*masculine("процент"), *fixed("%"))
BY_CODE = {unit.code: unit for unit in CURRENCIES + UNITS}
