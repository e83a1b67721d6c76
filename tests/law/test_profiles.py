"""Rulebook 0.5: which law is in force on a polling day, and what it says."""

from datetime import date

import pytest

from villagegov.law.profiles import PROFILES, Article, Profile, profile_for
from villagegov.law.vocabulary import CommitteeKind, Field, KinBar, KinSet, Law, Method, Status

VILLAGE, RESIDENTS = CommitteeKind.VILLAGE, CommitteeKind.RESIDENTS
EVERY_PROFILE = pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))


@pytest.mark.parametrize(
    ("kind", "polling_day", "key"),
    [
        (VILLAGE, date(2017, 3, 1), "V-2010"),
        (VILLAGE, date(2018, 12, 28), "V-2010"),
        (VILLAGE, date(2018, 12, 29), "V-2018"),
        (VILLAGE, date(2018, 12, 30), "V-2018"),
        (VILLAGE, date(2025, 12, 31), "V-2018"),
        (VILLAGE, date(2026, 1, 1), "V-2026"),
        (VILLAGE, date(2026, 1, 2), "V-2026"),
        (RESIDENTS, date(2018, 12, 28), "R-1990"),
        (RESIDENTS, date(2025, 12, 31), "R-1990"),
        (RESIDENTS, date(2026, 1, 1), "R-2026"),
        (RESIDENTS, date(2026, 1, 2), "R-2026"),
    ],
)
def test_the_law_is_that_of_the_polling_day(kind: CommitteeKind, polling_day: date, key: str) -> None:
    assert profile_for(kind, polling_day).key == key


@pytest.mark.parametrize(
    ("kind", "polling_day", "years"),
    [
        (VILLAGE, date(2018, 12, 28), 3),
        (VILLAGE, date(2018, 12, 29), 5),
        (RESIDENTS, date(2018, 12, 28), 3),
        (RESIDENTS, date(2018, 12, 29), 5),
        (RESIDENTS, date(2026, 1, 1), 5),
    ],
)
def test_a_term_was_three_years_until_the_end_of_2018(kind: CommitteeKind, polling_day: date, years: int) -> None:
    assert profile_for(kind, polling_day).term_years_on(polling_day) == years


@pytest.mark.parametrize(
    ("polling_day", "kin"),
    [
        (date(2017, 3, 1), KinSet.THREE),
        (date(2020, 10, 31), KinSet.THREE),
        (date(2020, 11, 1), KinSet.EIGHT),
        (date(2026, 1, 1), KinSet.EIGHT),
    ],
)
def test_guangdong_villages_counted_three_relations_before_november_2020(polling_day: date, kin: KinSet) -> None:
    assert profile_for(VILLAGE, polling_day).kin_set_on(polling_day) is kin


def test_the_new_law_bars_candidates_from_holding_proxies_and_caps_a_holder_at_three() -> None:
    profile = PROFILES["V-2026"]

    assert (profile.proxy_cap, profile.candidate_may_hold_proxies) == (3, False)
    assert profile.article(Field.PROXY_CAP) == Article(Law.VILLAGE_2025, 18)


def test_residents_representatives_need_two_thirds_only_from_2026() -> None:
    assert PROFILES["R-2026"].needs_two_thirds(Method.REPS)
    assert not PROFILES["R-1990"].needs_two_thirds(Method.REPS)
    assert not PROFILES["R-2026"].needs_two_thirds(Method.HOUSEHOLDS)


@pytest.mark.parametrize(
    ("key", "seats"), [("V-2010", (3, 7)), ("V-2026", (3, 7)), ("R-1990", (5, 9)), ("R-2026", (5, 9))]
)
def test_a_village_has_three_to_seven_members_and_a_community_five_to_nine(key: str, seats: tuple[int, int]) -> None:
    assert (PROFILES[key].seats_min, PROFILES[key].seats_max) == seats


def test_kin_were_left_to_the_province_until_2026() -> None:
    assert [PROFILES[key].kin_bar for key in ("V-2018", "V-2026", "R-1990")] == [
        KinBar.PROVINCE,
        KinBar.NATIONAL,
        KinBar.NONE,
    ]


@EVERY_PROFILE
def test_every_profile_has_every_field_once(profile: Profile) -> None:
    fields = [provision.field for provision in profile.provisions if provision.field is not Field.TERM_YEARS_BEFORE]

    assert sorted(fields) == sorted(set(Field) - {Field.TERM_YEARS_BEFORE})


@EVERY_PROFILE
def test_every_provision_can_be_read_and_names_its_rule(profile: Profile) -> None:
    for provision in profile.provisions:
        assert provision.shown
        assert str(provision.label)
        assert provision.rule


@EVERY_PROFILE
def test_no_analog_claims_to_be_the_law_of_guangdong(profile: Profile) -> None:
    for provision in profile.provisions:
        if provision.articles and provision.articles[0].law in (Law.HAINAN, Law.SICHUAN_VILLAGE, Law.SICHUAN_RESIDENTS):
            assert provision.status in (Status.ANALOG, Status.UNVERIFIED)


def test_a_province_may_change_the_days_a_list_is_posted_but_not_the_twenty_of_the_roll() -> None:
    changed = PROFILES["V-2026"].override({Field.CANDIDATE_POST_DAYS: 4})

    assert changed.candidate_post_days == 4
    with pytest.raises(ValueError, match="roll_post_days"):
        PROFILES["V-2026"].override({Field.ROLL_POST_DAYS: 10})


def test_an_article_is_stored_by_its_code_and_read_by_its_name() -> None:
    article = Article(Law.VILLAGE_2025, 18)

    assert Article.from_code(article.code) == article
    assert article.label == "《中华人民共和国村民委员会组织法》（2025年修正）第18条"
