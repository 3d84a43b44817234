"""`audarma models install`: over a network that fails in every usual way."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.small_package import build_package
from tests.translate.conftest import Run
from translate.engines.download import download
from translate.engines.index import PUBLIC_INDEX
from translate.errors import EngineError

ROOT = Path(__file__).parents[2]
NAME = "translate-ru_kk-1_0"
START = "from translate.cli import main; main()"


@dataclass
class Shelf:
    """What the test server gives out, and how well."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    ranges: bool = True
    """Whether it understands `Range`."""
    shift: int = 0
    """How far off the part sent is from the part asked for."""
    sent_of: float = 1.0
    """Share of a package that comes before the connection ends."""
    announces: bool = True
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Path and Range header of each request."""


def _handler(shelf: Shelf) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range") or ""
            shelf.asked.append((self.path, asked))
            body = shelf.files.get(self.path)
            if body is None:
                self.send_error(404)
                return
            start = int(asked.removeprefix("bytes=").rstrip("-") or 0) if shelf.ranges else 0
            if start and start >= len(body):
                self.send_response(416)
                self.send_header("Content-Range", f"bytes */{len(body)}")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self.send_response(206 if start else 200)
            if start:
                start += shelf.shift
                self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
            if shelf.announces:
                self.send_header("Content-Length", str(len(body) - start))
            self.end_headers()
            share = shelf.sent_of if self.path.endswith(".argosmodel") else 1
            self.wfile.write(body[start : int(len(body) * share)])

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return build_package(tmp_path_factory.mktemp("package")).read_bytes()


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that installed packages go to: not there yet."""
    folder = tmp_path / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    return folder


@pytest.fixture
def shelf(archive: bytes, packages: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """A server on this machine with an index, named by ARGOS_PACKAGE_INDEX, and one package."""
    shelf = Shelf()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(shelf))
    shelf.address = f"http://127.0.0.1:{server.server_port}"
    shelf.files["/ru_kk.argosmodel"] = archive
    shelf.files["/index.json"] = _index(_entry(shelf, "1.0"))
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", shelf.address + "/")
    for proxy in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield shelf
    server.shutdown()
    thread.join()
    server.server_close()


def _entry(shelf: Shelf, version: str, **other: object) -> dict[str, object]:
    entry = {
        "type": "translate",
        "package_version": version,
        "from_code": "ru",
        "to_code": "kk",
        "links": [f"{shelf.address}/ru_kk.argosmodel"],
    }
    return {**entry, **other}


def _index(*entries: object) -> bytes:
    return json.dumps(entries).encode("ascii")


def _part(packages: Path) -> Path:
    return packages / ".audarma-ru_kk-1.0.argosmodel.part"


def _is_one_line(err: str) -> bool:
    return err.startswith("audarma: ") and err.count("\n") == 1


def test_install_brings_the_package_and_leaves_nothing_else(
    run: Run, shelf: Shelf, packages: Path
) -> None:
    ran = run("models", "install", "ru", "kk")
    assert ran.code == 0, ran.err
    assert ran.out == f"installed {packages / NAME}\n"
    assert ran.err == "", "a progress bar, and stderr is no terminal"
    assert [path.name for path in packages.iterdir()] == [NAME]
    assert "* ru-kk  translate-ru_kk-1_0 1.0  installed" in run("models", "list").out


def test_the_newest_version_is_taken_by_number(run: Run, shelf: Shelf) -> None:
    gone = {"links": [f"{shelf.address}/gone"]}
    shelf.files["/index.json"] = _index(
        _entry(shelf, "1.9", **gone), _entry(shelf, "1.10"), _entry(shelf, "1.2", **gone)
    )
    assert run("models", "install", "ru", "kk").code == 0


def test_entries_that_are_no_packages_of_the_web_are_passed_over(run: Run, shelf: Shelf) -> None:
    shelf.files["/index.json"] = _index(
        "text",
        {"type": "sbd", "from_code": "ru"},
        _entry(shelf, "9", type="sbd"),
        _entry(shelf, "9", links=["ipfs://x"]),
        _entry(shelf, "9", links=[]),
        _entry(shelf, "1.0", links=["ipfs://x", f"{shelf.address}/ru_kk.argosmodel"]),
    )
    assert run("models", "install", "ru", "kk").code == 0


def test_an_interrupted_download_is_continued(
    run: Run, shelf: Shelf, archive: bytes, packages: Path
) -> None:
    shelf.sent_of = 0.5
    ran = run("models", "install", "ru", "kk")
    assert ran.code == 1
    assert _is_one_line(ran.err)
    assert f"of {len(archive)} bytes came; run the command again" in ran.err
    have = _part(packages).stat().st_size
    assert 0 < have < len(archive)
    assert [path.name for path in packages.iterdir()] == [_part(packages).name]

    shelf.sent_of = 1.0
    assert run("models", "install", "ru", "kk").code == 0
    assert shelf.asked[-1] == ("/ru_kk.argosmodel", f"bytes={have}-")
    assert [path.name for path in packages.iterdir()] == [NAME]


@pytest.mark.parametrize("left", [b"", b"x" * 100, b"x" * 10_000_000], ids=len)
def test_a_server_without_ranges_sends_the_whole_again(
    run: Run, shelf: Shelf, packages: Path, left: bytes
) -> None:
    shelf.ranges = False
    packages.mkdir()
    _part(packages).write_bytes(left)
    assert run("models", "install", "ru", "kk").code == 0


def test_a_part_that_is_the_whole_is_not_asked_for_again(
    run: Run, shelf: Shelf, archive: bytes, packages: Path
) -> None:
    packages.mkdir()
    _part(packages).write_bytes(archive)
    assert run("models", "install", "ru", "kk").code == 0


def test_a_part_longer_than_the_file_is_thrown_away(
    run: Run, shelf: Shelf, archive: bytes, packages: Path
) -> None:
    packages.mkdir()
    _part(packages).write_bytes(archive + b"x")
    assert run("models", "install", "ru", "kk").code == 0
    assert shelf.asked[-1] == ("/ru_kk.argosmodel", "")


def test_a_part_of_another_file_is_found_out_and_thrown_away(
    run: Run, shelf: Shelf, packages: Path
) -> None:
    packages.mkdir()
    _part(packages).write_bytes(b"x" * 1000)
    ran = run("models", "install", "ru", "kk")
    assert ran.code == 1
    assert _is_one_line(ran.err)
    assert not list(packages.iterdir())
    assert run("models", "install", "ru", "kk").code == 0


def test_another_part_than_asked_for_is_not_joined(
    run: Run, shelf: Shelf, archive: bytes, packages: Path
) -> None:
    packages.mkdir()
    _part(packages).write_bytes(archive[:1000])
    shelf.shift = 10
    assert run("models", "install", "ru", "kk").code == 1
    assert run("models", "install", "ru", "kk").code == 0


def test_a_body_cut_short_without_its_length_is_found_out(
    run: Run, shelf: Shelf, packages: Path
) -> None:
    shelf.announces, shelf.sent_of = False, 0.5
    ran = run("models", "install", "ru", "kk")
    assert ran.code == 1
    assert _is_one_line(ran.err)
    assert not list(packages.iterdir())


@pytest.mark.parametrize("path", ["/index.json", "/ru_kk.argosmodel"])
def test_what_the_server_lacks_is_one_line(
    run: Run, shelf: Shelf, packages: Path, path: str
) -> None:
    del shelf.files[path]
    ran = run("models", "install", "ru", "kk")
    assert ran.code == 1
    assert _is_one_line(ran.err)
    assert f"{shelf.address}{path}: the server answered 404" in ran.err
    assert not packages.exists() or not list(packages.iterdir())


@pytest.mark.parametrize("index", [b"<html>", b"{}", b"\xff", b"", b"[" * 99])
def test_an_index_that_is_none_is_one_line(run: Run, shelf: Shelf, index: bytes) -> None:
    shelf.files["/index.json"] = index
    ran = run("models", "install", "ru", "kk")
    assert ran.code == 1
    assert _is_one_line(ran.err)
    assert "not an index of packages" in ran.err


def test_a_pair_the_index_lacks_is_one_line_with_the_way_out(run: Run, shelf: Shelf) -> None:
    ran = run("models", "install", "kk", "ru")
    assert ran.code == 1
    assert _is_one_line(ran.err)
    assert "audarma models build kk ru" in ran.err


def test_no_network_is_one_line(run: Run, packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"http://127.0.0.1:{port}")
    ran = run("models", "install", "ru", "kk")
    assert ran.code == 1
    assert _is_one_line(ran.err)
    assert "refused" in ran.err
    assert "audarma models install --from FILE" in ran.err
    assert not packages.exists()


def test_an_index_that_is_no_web_address_is_one_line(
    run: Run, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for address in ("/etc/", "file:///etc/", "http://[", "http://127.0.0.1:port"):
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", address)
        ran = run("models", "install", "ru", "kk")
        assert ran.code == 1
        assert _is_one_line(ran.err)


def test_a_file_is_installed_without_the_network(
    run: Run, packages: Path, archive: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "any.argosmodel"
    path.write_bytes(archive)
    assert run("models", "install", "--from", path).code == 0
    assert [path.name for path in packages.iterdir()] == [NAME]
    assert run("models", "install", "ru", "kk", "--from", path).code == 2
    assert run("models", "install").code == 2
    assert run("models", "install", "--from", tmp_path / "none.argosmodel").code == 1


def test_installing_again_replaces_the_package_at_once(
    run: Run, shelf: Shelf, packages: Path
) -> None:
    run("models", "install", "ru", "kk")
    (packages / NAME / "old").touch()
    assert run("models", "install", "ru", "kk").code == 0
    assert not (packages / NAME / "old").exists()
    assert [path.name for path in packages.iterdir()] == [NAME]


def test_progress_tells_bytes_come_and_bytes_in_all(
    shelf: Shelf, archive: bytes, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    link = f"{shelf.address}/ru_kk.argosmodel"
    download(link, tmp_path / "new", lambda done, whole: told.append((done, whole)))
    assert told[-1] == (len(archive), len(archive))
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_folder_that_cannot_be_made_is_one_line(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EngineError, match="ARGOS_PACKAGES_DIR"):
        download(f"{shelf.address}/ru_kk.argosmodel", tmp_path / "file" / "x")


def test_a_terminal_shows_a_bar_and_the_home_folder_stays_empty(
    shelf: Shelf, tmp_path: Path
) -> None:
    pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
    home = tmp_path / "home"
    home.mkdir()
    environment = {n: v for n, v in os.environ.items() if not n.startswith("XDG_")}
    controller, terminal = pty.openpty()
    try:
        subprocess.run(
            [sys.executable, "-c", START, "models", "install", "ru", "kk"],
            check=True,
            cwd=ROOT,
            env={**environment, "HOME": str(home), "TERM": "xterm"},
            stdout=subprocess.PIPE,
            stderr=terminal,
        )
        shown = os.read(controller, 10_000).decode()
    finally:
        os.close(terminal)
        os.close(controller)
    assert "ru-kk 1.0" in shown
    assert "100%" in shown
    assert list(home.rglob("*")) == []


def test_the_public_index_is_the_one_argostranslate_has(tmp_path: Path) -> None:
    environment = {n: v for n, v in os.environ.items() if not n.startswith(("ARGOS_", "XDG_"))}
    ran = subprocess.run(
        [sys.executable, "-c", "from argostranslate import settings as s; print(s.package_index)"],
        check=True,
        env={**environment, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert ran.stdout.strip() == PUBLIC_INDEX
