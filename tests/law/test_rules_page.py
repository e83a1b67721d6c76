"""Residents and clerks can read the law that the program applies."""

import pytest
from flask.testing import FlaskClient

from villagegov.law.profiles import PROFILES
from villagegov.law.profiles.chapters import CHAPTERS, before, by_chapter, changes
from villagegov.law.vocabulary import Field


def test_every_field_is_read_in_exactly_one_chapter() -> None:
    listed = [field for fields in CHAPTERS.values() for field in fields]

    assert sorted(listed) == sorted(Field)


@pytest.mark.parametrize(
    ("key", "older"),
    [("V-2026", "V-2018"), ("V-2018", "V-2010"), ("V-2010", None), ("R-2026", "R-1990"), ("R-1990", None)],
)
def test_each_law_follows_the_one_that_ended_the_day_before(key: str, older: str | None) -> None:
    found = before(PROFILES[key], PROFILES)

    assert (found.key if found else None) == older


def test_in_2018_only_the_term_changed_and_later_the_relations() -> None:
    changed = {one.field for one in changes(PROFILES["V-2010"], PROFILES["V-2018"])}

    assert changed == {Field.TERM_YEARS, Field.KIN_SET}


def test_a_law_does_not_differ_from_itself() -> None:
    assert changes(PROFILES["V-2026"], PROFILES["V-2026"]) == []


def test_all_five_laws_are_listed_with_their_polling_days(client: FlaskClient) -> None:
    page = client.get("/rules").get_data(as_text=True)

    assert all(f"/rules/{key}" in page for key in PROFILES)
    assert "选举日在2018年12月29日至2025年12月31日" in page
    assert "选举日在2026年1月1日以后（含当日）" in page


@pytest.mark.parametrize("key", PROFILES)
def test_every_provision_stands_with_value_article_status_and_scope(client: FlaskClient, key: str) -> None:
    page = client.get(f"/rules/{key}").get_data(as_text=True)

    for one in (one for _chapter, provisions in by_chapter(PROFILES[key]) for one in provisions):
        assert all(
            str(words) in page for words in (one.label, one.shown, one.source, one.status.label, one.scope.label)
        )
        assert str(one.note or "") in page


def test_what_a_newer_law_changed_stands_side_by_side(client: FlaskClient) -> None:
    page = client.get("/rules/V-2026").get_data(as_text=True)

    assert "与 V-2018 不同的 11 项" in page
    assert "本村有选举权的近亲属或者其他村民" in page


@pytest.mark.parametrize("key", ["V-1998", "v-2026", "²", "V-2026%00", "x" * 500])
def test_a_law_that_does_not_exist_is_not_found(client: FlaskClient, key: str) -> None:
    assert client.get(f"/rules/{key}").status_code == 404
