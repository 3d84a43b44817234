"""Formats of exchange: the law that nothing is lost, what other tools read, and what is refused."""

from __future__ import annotations

import io
import string
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from glossary.errors import TermbaseError
from glossary.formats import workbook
from glossary.formats.omegat import parse_omegat, serialize_omegat
from glossary.formats.table import parse_csv, parse_xlsx, serialize_csv, serialize_xlsx
from glossary.formats.tbx import parse_tbx, serialize_tbx
from glossary.model import Concept, Language, Status, Term, Termbase, TermClass, Variant

SCHEMA = Path(__file__).parents[2] / ".." / "shared" / "tmx" / "tbx.xsd"

TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=30,
).filter(lambda text: text == text.strip())
AWKWARD = st.sampled_from(
    ["=1+1", "'=x", "[short] a", "[] b", "x-kind: c", "+7", "-", "@a", '"', ";", ",", "a=b", "&lt;"]
)
ANY_TEXT = TEXT | AWKWARD
NAME = st.text(string.ascii_lowercase + string.digits + "_", min_size=1, max_size=8)


@st.composite
def terms(draw: st.DrawFn, language: Language) -> Term:
    lines = st.lists(ANY_TEXT, max_size=3)
    return Term(
        language=language,
        text=draw(ANY_TEXT),
        status=draw(st.sampled_from(list(Status))),
        variants=tuple(
            Variant(text, kind)
            for text, kind in draw(
                st.lists(
                    st.tuples(ANY_TEXT, st.sampled_from(["", "short", "abbr", "full"]) | NAME),
                    max_size=3,
                )
            )
        ),
        forbidden=tuple(draw(lines)),
        grammar=tuple(draw(st.lists(st.tuples(NAME, ANY_TEXT), max_size=2))),
        forms=tuple(draw(st.lists(st.tuples(NAME, ANY_TEXT), max_size=2))),
        sources=tuple(draw(lines)),
        note="\n".join(draw(lines)),
    )


@st.composite
def termbases(draw: st.DrawFn) -> Termbase:
    ids = draw(st.lists(NAME | ANY_TEXT, unique=True, max_size=4))
    nothing_but_a_ban = st.just(Term("en", "", Status.PROPOSAL, forbidden=("Kazakhstani",)))
    return Termbase(
        tuple(
            Concept(
                id=name,
                term_class=draw(st.sampled_from(list(TermClass))),
                source=draw(terms("ru")),
                en=draw(st.none() | nothing_but_a_ban | terms("en")),
                kk=draw(st.none() | terms("kk")),
                relations=tuple(draw(st.lists(st.tuples(NAME, ANY_TEXT), max_size=2))),
            )
            for name in ids
        )
    )


def _xlsx(termbase: Termbase) -> Termbase:
    return parse_xlsx(serialize_xlsx(termbase))


ROUND_TRIPS: dict[str, Callable[[Termbase], Termbase]] = {
    "csv": lambda termbase: parse_csv(serialize_csv(termbase)),
    "xlsx": _xlsx,
    "tbx": lambda termbase: parse_tbx(serialize_tbx(termbase)),
    "tbx2": lambda termbase: parse_tbx(serialize_tbx(termbase, 2)),
}


def _provenance(termbase: Termbase) -> list[tuple[tuple[str, ...], str]]:
    """Sources and notes, which equality leaves aside."""
    found = [t for c in termbase.concepts for t in (c.source, c.en, c.kk) if t is not None]
    return [(term.sources, term.note) for term in found]


@pytest.mark.parametrize("shape", ROUND_TRIPS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(termbase=termbases())
def test_what_is_written_is_what_is_read(shape: str, termbase: Termbase) -> None:
    again = ROUND_TRIPS[shape](termbase)
    assert again == termbase
    assert _provenance(again) == _provenance(termbase)


@pytest.mark.parametrize("shape", ROUND_TRIPS)
def test_the_shipped_termbase_comes_back_whole(shape: str, termbase: Termbase) -> None:
    again = ROUND_TRIPS[shape](termbase)
    assert again.concepts == termbase.concepts
    assert _provenance(again) == _provenance(termbase)


def test_version_two_keeps_its_schema(termbase: Termbase) -> None:
    if not SCHEMA.exists():
        pytest.skip("the TBX schema is not at hand")
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    schema.assertValid(etree.fromstring(serialize_tbx(termbase, 2)))


TOKAYEV = Termbase(
    (
        Concept(
            "per_tokayev",
            TermClass.PERSON,
            Term("ru", "Касым-Жомарт Токаев", variants=(Variant("Токаев", "short"),)),
            Term(
                "en",
                "Kassym-Jomart Tokayev",
                variants=(Variant("Tokayev", "short"), Variant("K. Tokayev")),
                forbidden=("Kasym-Zhomart Tokaev",),
            ),
            Term("kk", "Қасым-Жомарт Тоқаев", Status.PROPOSAL),
        ),
    )
)


@pytest.mark.parametrize("version", [2, 3])
def test_readers_find_the_preferred_term_first_and_no_forbidden_one(version: int) -> None:
    root = etree.fromstring(serialize_tbx(TOKAYEV, 2 if version == 2 else 3))
    english = [
        [term.text for term in section.iter("{*}term")]
        for section in root.iter("{*}langSec", "{*}langSet")
        if section.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    ]
    assert english == [["Kassym-Jomart Tokayev", "Tokayev", "K. Tokayev"]]


def test_other_tools_tbx_is_read() -> None:
    """Version 2 with a document type, groups, other languages and a deprecated term first."""
    data = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="e1"><descripGrp><descrip type="subjectField">energy</descrip></descripGrp>
<langSet xml:lang="en-GB"><ntig><termGrp><term>power-station</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
<ntig><termGrp><term>power plant</term></termGrp></ntig></langSet>
<langSet xml:lang="de"><tig><term>Kraftwerk</term></tig></langSet>
<langSet xml:lang="RU-ru"><tig><term>электро<hi>станция</hi></term>
<termNote type="grammaticalGender">feminine</termNote></tig></langSet></termEntry>
</body></text></martif>"""
    (concept,) = parse_tbx(data.encode()).concepts
    assert concept == Concept(
        "e1",
        TermClass.TERM,
        Term("ru", "электростанция", grammar=(("gender", "f"),)),
        Term("en", "power plant", forbidden=("power-station",)),
    )
    assert concept.source.note == "subject field: energy"


def test_tbx_in_dct_style_is_read() -> None:
    data = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dct" type="TBX-Basic"
 xmlns:basic="http://www.tbxinfo.net/ns/basic" xmlns:min="http://www.tbxinfo.net/ns/min">
<text><body><conceptEntry id="c7"><min:subjectField>org</min:subjectField>
<langSec xml:lang="ru"><termSec><term>ООН</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>U.N.</term>
<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>UN</term><basic:termType>acronym</basic:termType>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>"""
    (concept,) = parse_tbx(data.encode()).concepts
    assert concept.term_class is TermClass.ORG
    assert concept.en == Term("en", "UN", variants=(Variant("U.N."),))


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE martif [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><martif><text><body><termEntry><langSet xml:lang='ru'><tig><term>&i;</term></tig>"
    "</langSet></termEntry></body></text></martif>"
)
OUTSIDE = (
    '<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/hostname">]><martif><text><body>'
    '<termEntry><langSet xml:lang="ru"><tig><term>&a;</term></tig></langSet></termEntry>'
    "</body></text></martif>"
)
PARAMETER = (
    '<!DOCTYPE martif [<!ENTITY % a SYSTEM "http://127.0.0.1/a.dtd"> %a;]><martif><text/></martif>'
)


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, PARAMETER], ids=["bomb", "outside", "parameter"])
@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_entities_are_refused_in_one_line(text: str, code: str) -> None:
    with pytest.raises(TermbaseError, match=r"^a\.tbx: declares XML entities") as caught:
        parse_tbx(
            text.replace(' version="1.0"', f' version="1.0" encoding="{code}"').encode(code),
            "a.tbx",
        )
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<martif><text>\n</martif>", r"a\.tbx:2: not well-formed"),
        ("", "not well-formed"),
        ("<tmx/>", "not TBX .its root is <tmx>"),
        (
            "<tbx><body>\n<conceptEntry><langSec xml:lang='en'><termSec><term>a</term></termSec>"
            "</langSec></conceptEntry></body></tbx>",
            r"a\.tbx:2: a concept without a Russian term",
        ),
        ("<martif>" * 500, "not well-formed"),
    ],
)
def test_a_broken_tbx_is_refused_in_one_line(data: str, message: str) -> None:
    with pytest.raises(TermbaseError, match=message) as caught:
        parse_tbx(data.encode(), "a.tbx")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "ru;en\nООН;UN\n",
        "ru\ten\r\nООН\tUN\r\n",
        "\ufeffRU,English,\nООН,UN,\n",
        '"русский","английский"\n\n"ООН","UN"',
    ],
)
def test_tables_of_other_programs_are_read(text: str) -> None:
    assert parse_csv(text).concepts == (
        Concept("", TermClass.TERM, Term("ru", "ООН"), Term("en", "UN")),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "an empty table"),
        ("en,kk\nUN,БҰҰ\n", r"t\.csv:1: no column 'ru'"),
        ("ru,de\nООН,UNO\n", r"t\.csv:1: unknown column 'de'"),
        ("ru,ru\nООН,ООН\n", r"t\.csv:1: column 'ru' stands there twice"),
        ("ru,en\n,UN\n", r"t\.csv:2: no Russian name"),
        ("ru,en\n\nООН,UN,extra\n", r"t\.csv:3: more cells"),
        ("ru,class\nООН,body\n", r"t\.csv:2: class 'body' must be one of"),
        ("ru,en,en_status\nООН,UN,sure\n", r"t\.csv:2: status 'sure'"),
        ("ru,ru_grammar\nООН,feminine\n", r"t\.csv:2: 'feminine' must read name=value"),
        ('ru,en\n"ООН,UN\n', r"t\.csv:2: not a CSV table"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(TermbaseError, match=message):
        parse_csv(text, "t.csv")


def test_a_formula_stays_a_text_in_a_workbook() -> None:
    termbase = Termbase((Concept("a", TermClass.TERM, Term("ru", '=HYPERLINK("x")')),))
    with zipfile.ZipFile(io.BytesIO(serialize_xlsx(termbase))) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    assert "'=HYPERLINK" in serialize_csv(termbase)


def test_booby_trapped_workbooks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = serialize_xlsx(TOKAYEV)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename.endswith("sheet1.xml"):
                data = b'<!DOCTYPE a [<!ENTITY b "c">]>' + data
            new.writestr(part, data)
    with pytest.raises(TermbaseError, match=r"^a\.xlsx: declares XML entities"):
        parse_xlsx(out.getvalue(), "a.xlsx")
    with pytest.raises(TermbaseError, match=r"not a workbook|not an XLSX"):
        parse_xlsx(whole[: len(whole) // 2], "a.xlsx")
    with pytest.raises(TermbaseError, match="not an XLSX"):
        parse_xlsx(b"ru,en\n", "a.xlsx")
    monkeypatch.setattr(workbook, "LARGEST", 1000)
    with pytest.raises(TermbaseError, match="unpacks to more than"):
        parse_xlsx(whole, "a.xlsx")


def test_omegat_gets_renderings_in_force_only() -> None:
    assert serialize_omegat(TOKAYEV, "kk") == ""
    assert serialize_omegat(TOKAYEV, "en") == (
        "Касым-Жомарт Токаев\tKassym-Jomart Tokayev\tperson per_tokayev\n"
        "Токаев\tTokayev\tperson per_tokayev short\n"
    )


def test_an_omegat_glossary_reads_back_into_concepts() -> None:
    (concept,) = parse_omegat(serialize_omegat(TOKAYEV, "en"), "en").concepts
    assert (concept.id, concept.source) == ("per_tokayev", TOKAYEV.concepts[0].source)
    assert concept.en == Term(
        "en", "Kassym-Jomart Tokayev", variants=(Variant("Tokayev", "short"),)
    )
    (other,) = parse_omegat("# a\n\nдоля\tshare\tfinance\n", "en").concepts
    assert (other.id, other.source.note) == ("", "finance")
    with pytest.raises(TermbaseError, match=r"g\.txt:1: must read source"):
        parse_omegat("доля share\n", "en", "g.txt")
