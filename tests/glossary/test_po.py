"""The PO files: conventions, faults that polib lets pass, and the law that nothing is lost."""

from __future__ import annotations

import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import TermbaseError
from glossary.formats.po import PoFiles, parse, serialize
from glossary.formats.po_entries import parse_entries
from glossary.model import Concept, Language, Status, Term, Termbase, TermClass, Variant

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
TOKAYEV = PoFiles(
    source=HEADER
    + """
#. id: per_tokayev
#. variant[short]: Токаев
#. variant[address]: Касым-Жомарт Кемелевич
#. variant: К-Ж. Токаев
#. grammar: gender=m
#. source: https://www.akorda.kz
#. note: head of state
#. relation: holds tit_president cty_kz 2019-03-20..
msgctxt "person"
msgid "Касым-Жомарт Токаев"
msgstr ""
""",
    en=HEADER
    + """
# status: approved
# variant[short]: Tokayev
# variant[address]: Kassym-Jomart Kemelevich
# forbidden: Kasym-Zhomart Tokaev
#. id: per_tokayev
msgctxt "person"
msgid "Касым-Жомарт Токаев"
msgstr "Kassym-Jomart Tokayev"
""",
    kk=HEADER
    + """
#, fuzzy
msgctxt "person"
msgid "Касым-Жомарт Токаев"
msgstr "Қасым-Жомарт Тоқаев"
""",
)


def test_every_convention_reaches_the_model() -> None:
    (concept,) = parse(TOKAYEV).concepts
    assert concept == Concept(
        id="per_tokayev",
        term_class=TermClass.PERSON,
        source=Term(
            "ru",
            "Касым-Жомарт Токаев",
            variants=(
                Variant("Токаев", "short"),
                Variant("Касым-Жомарт Кемелевич", "address"),
                Variant("К-Ж. Токаев"),
            ),
            grammar=(("gender", "m"),),
        ),
        en=Term(
            "en",
            "Kassym-Jomart Tokayev",
            variants=(
                Variant("Tokayev", "short"),
                Variant("Kassym-Jomart Kemelevich", "address"),
            ),
            forbidden=("Kasym-Zhomart Tokaev",),
        ),
        kk=Term("kk", "Қасым-Жомарт Тоқаев", Status.PROPOSAL),
        relations=(("holds", "tit_president cty_kz 2019-03-20.."),),
    )
    assert concept.source.sources == ("https://www.akorda.kz",)
    assert concept.source.note == "head of state"


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ('# status: approved\nmsgctxt "org"\nmsgid "ООН"\nmsgstr "UN"\n', Status.APPROVED),
        ('# status: dnt\nmsgctxt "org"\nmsgid "ООН"\nmsgstr "UN"\n', Status.DO_NOT_TRANSLATE),
        ('msgctxt "org"\nmsgid "ООН"\nmsgstr "UN"\n', Status.APPROVED),
        (
            '# status: approved\n#, fuzzy\nmsgctxt "org"\nmsgid "ООН"\nmsgstr "UN"\n',
            Status.PROPOSAL,
        ),
        ('# status: approved\nmsgctxt "org"\nmsgid "ООН"\nmsgstr ""\n', Status.PROPOSAL),
    ],
)
def test_fuzzy_or_empty_is_a_proposal_whatever_the_comment_says(
    written: str, status: Status
) -> None:
    source = HEADER + '\n#. id: ins_un\nmsgctxt "org"\nmsgid "ООН"\nmsgstr ""\n'
    concept = parse(PoFiles(source, HEADER + "\n" + written, HEADER)).concepts[0]
    assert concept.en is not None
    assert concept.en.status is status


def test_an_untouched_entry_is_no_term() -> None:
    kk = HEADER + '\nmsgctxt "person"\nmsgid "Касым-Жомарт Токаев"\nmsgstr ""\n'
    assert parse(replace(TOKAYEV, kk=kk)).concepts[0].kk is None


def test_one_name_of_two_concepts_is_told_apart_by_the_id() -> None:
    suns = tuple(
        Concept(f"ins_{name}", TermClass.ORG, Term("ru", "Сенат"), Term("en", f"Senate of {name}"))
        for name in ("kz", "us")
    )
    files = serialize(Termbase(suns))
    assert 'msgctxt "org#ins_kz"' in files.en
    assert parse(files).concepts == suns


def test_a_remark_without_a_key_is_kept_as_a_note() -> None:
    kk = TOKAYEV.kk.replace("#, fuzzy", "# ask the press service: see https://akorda.kz\n#, fuzzy")
    term = parse(replace(TOKAYEV, kk=kk)).concepts[0].kk
    assert term is not None
    assert term.note == "ask the press service: see https://akorda.kz"


def test_line_ends_and_byte_order_marks_do_not_matter() -> None:
    windows = PoFiles(
        *(
            "\ufeff" + text.replace("\n", "\r\n")
            for text in (TOKAYEV.source, TOKAYEV.en, TOKAYEV.kk)
        )
    )
    assert parse(windows) == parse(TOKAYEV)


FAULTS = {
    "unterminated msgstr": ('msgctxt "org"\nmsgid "a"\nmsgstr "b\n', 3, "quotation marks"),
    "unterminated msgid": ('msgctxt "org"\nmsgid "a\nmsgstr "b"\n', 2, "quotation marks"),
    "text after the string": ('msgctxt "org"\nmsgid "a" b\nmsgstr "c"\n', 2, "quotation marks"),
    "bare quotation mark": ('msgctxt "org"\nmsgid "a"b"\nmsgstr "c"\n', 2, "quotation marks"),
    "unknown escape": ('msgctxt "org"\nmsgid "a\\q"\nmsgstr "c"\n', 2, "quotation marks"),
    "line separator": ('msgctxt "org"\nmsgid "a\u2028b"\nmsgstr "c"\n', 2, "U+2028"),
    "next line": ('msgctxt "org"\nmsgid "a"\nmsgstr "b\x85c"\n', 3, "U+0085"),
    "control character": ('# note: a\x0cb\nmsgctxt "org"\nmsgid "a"\nmsgstr "c"\n', 1, "U+000C"),
    "plural": ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 2, "plural"),
    "missing msgstr": ('msgctxt "org"\nmsgid "a"\n\nmsgid "b"\nmsgstr ""\n', 4, "msgstr"),
    "no msgstr at the end": ('msgctxt "org"\nmsgid "a"\n', 3, "msgstr"),
    "no gettext at all": ("ООН = UN\n", 1, "msgid"),
    "name of a file": ("pyproject.toml", 1, "msgid"),
    "twice": (
        'msgctxt "org"\nmsgid "a"\nmsgstr ""\n\nmsgctxt "org"\nmsgid "a"\nmsgstr "b"\n',
        5,
        "line 1",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_with_file_and_line(fault: str) -> None:
    text, line, word = FAULTS[fault]
    with pytest.raises(TermbaseError) as caught:
        parse_entries(text, "en.po")
    assert (caught.value.path, caught.value.line) == ("en.po", line)
    assert word in caught.value.message
    assert "\n" not in str(caught.value)


def test_a_text_that_names_a_file_does_not_open_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "# a").write_text('msgctxt "org"\nmsgid "a"\nmsgstr "b"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert parse_entries("# a", "en.po") == ()


SOURCE = TOKAYEV.source
BROKEN = {
    "no id": (SOURCE.replace("#. id: per_tokayev\n", ""), "needs one 'id:'"),
    "unknown class": (SOURCE.replace('"person"', '"president"'), "must begin with one of"),
    "unknown key": (SOURCE.replace("variant:", "varient:"), "unknown key 'varient:'"),
    "no value": (SOURCE.replace("variant: К-Ж. Токаев", "variant:"), "has no value"),
    "kind of a source": (SOURCE.replace("source:", "source[a]:"), "no kind of variant"),
    "hint without =": (SOURCE.replace("gender=m", "masculine"), "name=value"),
    "relation to nothing": (
        SOURCE.replace("relation: holds tit_president cty_kz 2019-03-20..", "relation: holds"),
        "must name a kind of link",
    ),
    "same id twice": (
        SOURCE + SOURCE[len(HEADER) :].replace('msgid "К', 'msgid "Г'),
        "stands already in line",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_source_entry_is_named(fault: str) -> None:
    source, message = BROKEN[fault]
    with pytest.raises(TermbaseError, match=r"^glossary\.pot:\d+: ") as caught:
        parse(replace(TOKAYEV, source=source))
    assert message in caught.value.message


def test_a_target_without_its_source_is_named() -> None:
    with pytest.raises(TermbaseError, match=r"en\.po:5: 'Касым-Жомарт Токаев' \(person\)"):
        parse(replace(TOKAYEV, source=HEADER))


def test_an_unknown_status_is_refused() -> None:
    with pytest.raises(TermbaseError, match=r"en\.po:5: 'status: sure'"):
        parse(replace(TOKAYEV, en=TOKAYEV.en.replace("approved", "sure")))


@pytest.mark.parametrize("text", ["", " Токаев", "Токаев ", "То\nкаев", "То\u2028каев", "\ud800"])
def test_a_text_that_would_not_come_back_is_not_written(text: str) -> None:
    concept = Concept("per_x", TermClass.PERSON, Term("ru", text))
    with pytest.raises(TermbaseError, match="per_x"):
        serialize(Termbase((concept,)))


TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=30
).filter(lambda text: text == text.strip())
NAME = st.text(string.ascii_lowercase + string.digits + "_", min_size=1, max_size=8)


@st.composite
def terms(draw: st.DrawFn, language: Language) -> Term:
    statuses = [Status.APPROVED, Status.DO_NOT_TRANSLATE, Status.PROPOSAL]
    status = draw(st.sampled_from(statuses))
    lines = st.lists(TEXT, max_size=3)
    return Term(
        language=language,
        text=draw(TEXT),
        status=status,
        variants=tuple(
            Variant(text, kind)
            for text, kind in draw(st.lists(st.tuples(TEXT, st.just("") | NAME), max_size=3))
        ),
        forbidden=tuple(draw(lines)),
        grammar=tuple(draw(st.lists(st.tuples(NAME, TEXT), max_size=2))),
        forms=tuple(draw(st.lists(st.tuples(NAME, TEXT), max_size=2))),
        sources=tuple(draw(lines)),
        note="\n".join(draw(lines)),
    )


@st.composite
def termbases(draw: st.DrawFn) -> Termbase:
    ids = draw(st.lists(TEXT, unique=True, max_size=5))
    relations = st.lists(st.tuples(NAME, TEXT), max_size=2)
    return Termbase(
        tuple(
            Concept(
                id=name,
                term_class=draw(st.sampled_from(list(TermClass))),
                source=draw(terms("ru")),
                en=draw(st.none() | terms("en")),
                kk=draw(st.none() | terms("kk")),
                relations=tuple(draw(relations)),
            )
            for name in ids
        )
    )


def _provenance(termbase: Termbase) -> list[tuple[tuple[str, ...], str]]:
    """Sources and notes, which equality leaves aside."""
    found = [t for c in termbase.concepts for t in (c.source, c.en, c.kk) if t is not None]
    return [(term.sources, term.note) for term in found]


@given(termbases())
def test_what_is_written_is_what_is_read(termbase: Termbase) -> None:
    files = serialize(termbase)
    again = parse(files)
    assert again == termbase
    assert _provenance(again) == _provenance(termbase)
    assert serialize(again) == files
