"""Taking another termbase in, and the commands that exchange files with other programs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.cli import glossary
from glossary.errors import GlossaryError
from glossary.merging import merge
from glossary.model import Concept, Status, Term, Termbase, TermClass, Variant
from glossary.store import load_termbase, save_termbase

UN = Concept(
    "ins_un",
    TermClass.ORG,
    Term("ru", "Организация Объединённых Наций", variants=(Variant("ООН", "abbr"),)),
    Term("en", "United Nations", forbidden=("Union of Nations",)),
)
ALMATY = Concept("plc_almaty", TermClass.PLACE, Term("ru", "Алматы"), Term("en", "Almaty"))
OURS = Termbase((UN, ALMATY))


def test_a_termbase_taken_into_itself_changes_nothing(termbase: Termbase) -> None:
    for approved in (False, True):
        merged = merge(termbase, termbase, approved=approved)
        assert (merged.termbase, merged.added, merged.changed) == (termbase, (), ())
        assert merged.conflicts == ()


def test_new_renderings_wait_for_review() -> None:
    theirs = Termbase((Concept("", TermClass.PLACE, Term("ru", "Ош"), Term("en", "Osh")),))
    merged = merge(OURS, theirs)
    assert merged.added == ("plc_osh",)
    assert merged.termbase.concepts[-1].en == Term("en", "Osh", Status.PROPOSAL)
    assert merge(OURS, theirs, approved=True).termbase.concepts[-1].en == Term("en", "Osh")


def test_a_missing_rendering_is_filled_in_by_name() -> None:
    """ё and е are one letter here, as they are in recognition."""
    name = Term("ru", "Организация Объединенных Наций")
    theirs = Concept("", TermClass.ORG, name, kk=Term("kk", "Біріккен Ұлттар Ұйымы"))
    merged = merge(OURS, Termbase((theirs,)))
    assert merged.changed == ("ins_un",)
    assert merged.termbase.concepts[0].kk == Term("kk", "Біріккен Ұлттар Ұйымы", Status.PROPOSAL)
    assert merged.termbase.concepts[0].en == UN.en


def test_a_list_without_classes_finds_the_only_concept_of_the_name() -> None:
    theirs = Concept("", TermClass.TERM, Term("ru", "Алматы"), kk=Term("kk", "Алматы"))
    assert merge(OURS, Termbase((theirs,))).changed == ("plc_almaty",)


DIFFERENT = replace(
    UN,
    source=replace(UN.source, grammar=(("number", "sg"),)),
    en=Term("en", "U.N.", variants=(Variant("UN", "abbr"),)),
)


def test_what_differs_is_reported_and_left() -> None:
    merged = merge(OURS, Termbase((DIFFERENT,)))
    assert merged.termbase == OURS
    assert merged.conflicts == (
        "ins_un ru: more names or hints in the file; --approved takes them in",
        "ins_un en: «United Nations» here, «U.N.» in the file",
        "ins_un en: more names or hints in the file; --approved takes them in",
    )


def test_approved_takes_names_in_and_overwrite_replaces() -> None:
    approved = merge(OURS, Termbase((DIFFERENT,)), approved=True)
    assert approved.conflicts == ("ins_un en: «United Nations» here, «U.N.» in the file",)
    assert approved.termbase.concepts[0].en == replace(
        UN.en or Term("en", ""), variants=(Variant("UN", "abbr"),)
    )
    replaced = merge(OURS, Termbase((DIFFERENT,)), overwrite=True)
    assert replaced.conflicts == ()
    assert replaced.termbase.concepts[0].en == replace(
        DIFFERENT.en or Term("en", ""), status=Status.PROPOSAL
    )


def test_an_approved_file_decides_a_proposal() -> None:
    waiting = Termbase((replace(ALMATY, en=Term("en", "Almaty", Status.PROPOSAL)),))
    assert merge(waiting, Termbase((ALMATY,))).termbase == waiting
    assert merge(waiting, Termbase((ALMATY,)), approved=True).termbase.concepts == (ALMATY,)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_termbase(OURS, tmp_path / "terms")
    return tmp_path / "terms"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(glossary, [str(one) for one in arguments])


@pytest.mark.parametrize(
    ("shape", "ending"), [("tbx", "tbx"), ("tbx2", "tbx"), ("csv", "csv"), ("xlsx", "xlsx")]
)
def test_export_and_import_bring_a_termbase_elsewhere(
    shape: str, ending: str, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / f"terms.{ending}"
    assert run("export", file, "--format", shape, "--glossary", folder).exit_code == 0
    save_termbase(Termbase(()), tmp_path / "empty")
    done = run("import", file, "--approved", "--glossary", tmp_path / "empty")
    assert (done.exit_code, done.output) == (0, "2 concepts added, 0 changed, 0 conflicts\n")
    assert load_termbase(tmp_path / "empty") == load_termbase(folder)


def test_a_pair_leaves_the_other_language_out(folder: Path) -> None:
    shown = run("export", "-", "--format", "tbx", "--pair", "ru-kk", "--glossary", folder).output
    assert "Алматы" in shown
    assert "Almaty" not in shown


def test_conflicts_are_findings(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("class,ru,en\nplace,Алматы,Alma-Ata\nplace,Ош,Osh\n", encoding="utf-8")
    done = run("import", file, "--glossary", folder, "--dry-run")
    assert done.output.splitlines() == [
        "conflict: plc_almaty en: «Almaty» here, «Alma-Ata» in the file",
        "1 concepts would be added, 0 changed, 1 conflicts",
    ]
    assert len(load_termbase(folder).concepts) == 2
    assert run("import", file, "--glossary", folder).exit_code == 1
    assert [concept.id for concept in load_termbase(folder).concepts][2:] == ["plc_osh"]


def test_a_second_import_finds_nothing_to_do(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("Ош\tOsh\n", encoding="utf-8")
    arguments = ("import", file, "--format", "omegat", "--pair", "ru-en", "--glossary", folder)
    assert run(*arguments).output == "1 concepts added, 0 changed, 0 conflicts\n"
    assert run(*arguments).output == "0 concepts added, 0 changed, 0 conflicts\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("import", "no.tbx"), "no.tbx: cannot be read"),
        (("import", "a.docx"), "no format has the ending"),
        (("import", "a.txt", "--format", "omegat"), "give --pair"),
        (("export", "-", "--format", "omegat"), "give --pair"),
        (("export", "no/such/a.tbx", "--format", "tbx"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: tuple[str, ...], message: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "a.txt").write_text("Ош\tOsh\n", encoding="utf-8")
    done = run(*arguments, "--glossary", folder)
    assert isinstance(done.exception, GlossaryError)
    assert message in str(done.exception)
