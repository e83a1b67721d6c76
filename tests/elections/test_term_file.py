"""The term file: opens from disk, checks itself, and its public cut names no voter and shows nothing marked †."""

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on
from tests.builders.divisions import division_tree
from tests.builders.elections import Hands, hands, posted
from tests.builders.objections import objected
from tests.builders.printed import paper_up
from tests.builders.proxies import named
from villagegov.accounts.vocabulary import Role
from villagegov.elections.models import Election
from villagegov.elections.vocabulary.printed import PaperCode

SCRIPT = Path(__file__).parents[2] / "villagegov" / "papers" / "term_file" / "sha256.js"
ADDRESS = "/elections/{}/term-file"


@pytest.fixture
def who(app: Flask) -> Hands:
    return hands(unit=division_tree().village)


@pytest.fixture
def election(who: Hands) -> Election:
    election, _notice = posted(who=who)
    named(election=election)
    objected(election=election, actor=who.first)
    paper_up(election=election, actor=who.first, code=PaperCode.F06)
    return election


@pytest.fixture
def clerk(app: Flask, who: Hands) -> FlaskClient:
    return client_of(app, who.first)


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_in(files: dict[str, bytes]) -> str:
    text = []
    for name, data in files.items():
        if name.endswith(".pdf"):
            text += ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]
        else:
            text.append(data.decode())
    return "\n".join(text)


def test_the_public_cut_names_no_voter_and_the_archive_has_them_without_id_numbers(
    app: Flask, clerk: FlaskClient, election: Election
) -> None:
    address = ADDRESS.format(election.id)

    public = opened(clerk.get(f"{address}/public.zip").data)
    typed = form_on(clerk.get(address), action=f"{address}/archive.zip")
    archive = opened(clerk.post(f"{address}/archive.zip", data=typed).data)

    voters = {f"选民{number}" for number in (26, 29, 31, 39)}
    shown, kept = words_in(public), words_in(archive)
    assert [(name, one) for name in public for one in voters if one in words_in({name: public[name]})] == []
    assert all(one in kept for one in voters)
    assert "1970-01-" not in shown
    assert not any("99010119700101" in one for one in (shown, kept))
    assert {
        "papers/F-05.pdf",
        "papers/F-06.pdf",
        "papers/F-08.pdf",
        "papers/F-19.pdf",
    } <= archive.keys() - public.keys()
    assert {"papers/F-14.pdf", "papers/F-25.pdf", "outcome/poll-1.txt", "record/record.csv"} <= public.keys()
    assert "下载了选举档案" in clerk.get(f"/elections/{election.id}").get_data(as_text=True)


def test_every_file_has_its_sum_and_every_notice_its_fingerprint(clerk: FlaskClient, election: Election) -> None:
    files = opened(clerk.get(ADDRESS.format(election.id) + "/public.zip").data)

    sums = dict(reversed(line.split("  ")) for line in files["checksums.txt"].decode().splitlines())
    known = json.loads(files["check-data.js"].decode().removeprefix("var CHECK = ").rstrip(";\n"))
    assert sums == {one["name"]: one["sha256"] for one in known["files"]}
    assert all(hashlib.sha256(files[name]).hexdigest() == digest for name, digest in sums.items())
    assert all(hashlib.sha256(one["canonical"].encode()).hexdigest() == one["fingerprint"] for one in known["notices"])
    assert len(known["notices"]) == 2
    assert all(f'href="{name}"' in files["index.html"].decode() for name in sums)
    assert "https:" not in files["check.html"].decode() + files["index.html"].decode()


@pytest.mark.parametrize("length", [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])
def test_the_check_pages_own_sum_is_sha256(length: int) -> None:
    node = shutil.which("node")
    text = bytes(at * 7 % 256 for at in range(length))
    if node is None:
        assert "FIPS 180-4" in SCRIPT.read_text("utf-8")
        return
    program = f"process.stdout.write(require({json.dumps(str(SCRIPT))})(Uint8Array.from({list(text)})))"

    told = subprocess.run([node, "-e", program], capture_output=True, check=True, text=True).stdout

    assert told == hashlib.sha256(text).hexdigest()


def test_only_the_clerk_takes_the_archive_away(app: Flask, who: Hands, election: Election) -> None:
    official = client_of(app, account(role=Role.OFFICIAL, division=who.unit.parent))

    page = official.get(ADDRESS.format(election.id)).get_data(as_text=True)

    assert "下载公开本" in page
    assert "下载存档本" not in page
    assert official.get(f"{ADDRESS.format(election.id)}/public.zip").status_code == 200
