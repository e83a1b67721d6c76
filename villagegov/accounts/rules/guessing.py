"""S2: which passwords are guessed first: common words, rows of keys, what is known of the place. Pure."""

import unicodedata

SHORTEST_PASSWORD = 12
#: So many letters must be left when words are taken out and each row of keys counts as one.
SURPRISING = 8
#: A row of keys is at least this long.
ROW = 3
#: As they are typed instead of letters: p@ssw0rd.
_LOOKALIKES = str.maketrans("@$013457", "asoleast")
_KEYS = ("`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./")
_PLACE = {key: (row, at) for row, keys in enumerate(_KEYS) for at, key in enumerate(keys)}

_WORDS = """
password passwd mima wodemima admin administrator root user guest test login welcome letmein secret master
iloveyou loveyou leavemealone sunshine princess football dragon monkey michael superman pokemon charlie
computer internet mailcreated polniypizdec sojdlg aljg
woaini woaiwojia woshi aini nihao wobuzhidao zhongguo china beijing shanghai guangdong guangzhou
cunwei cunweihui juwei juweihui cunmin jumin cunzhang zhuren shuji dangyuan xuanju gongkai
5201314 1314520 520520 1314521 147258 159357 159753 168168 188188 518518
密码 我的密码 村委会 居委会 村务公开 社区 管理员 中国 广东 选举
"""
#: What the lists of stolen passwords are made of, the Chinese ones too, beside rows of keys.
COMMON = tuple(_WORDS.split())


def is_too_short(password: str) -> bool:
    """Twelve characters at least."""
    return len(password) < SHORTEST_PASSWORD


def is_easily_guessed(password: str, *, known_words: tuple[str, ...]) -> bool:
    """S2: digits only, or made of common words, rows of keys, the sign-in name, the place, with little else."""
    bare = unicodedata.normalize("NFKC", password).casefold()
    if len(set(bare)) < 5 or bare.isdigit():
        return True
    bare = bare[: (bare + bare).find(bare, 1)]  # the same over and over counts once
    words = sorted({word.casefold() for word in (*COMMON, *known_words) if len(word) >= 2}, key=len, reverse=True)
    readings = (bare, bare.translate(_LOOKALIKES))
    return min(_surprising(_without(reading, words)) for reading in readings) < SURPRISING


def _without(text: str, words: list[str]) -> str:
    """The text, a gap where a word stood."""
    for word in words:
        text = text.replace(word, "\0")
    return text


def _surprising(text: str) -> int:
    """How many letters do not go on a row: 123, qwe, 1qaz, aaa, and two rows typed by turns: q1w2e3."""
    cheap = {at for apart in (1, 2) for at in _going_on(text, apart)} | {
        at for at, letter in enumerate(text) if letter == "\0"
    }
    return len(text) - len(cheap)


def _going_on(text: str, apart: int) -> list[int]:
    """The places that go on a row of letters standing so far apart."""
    found: list[int] = []
    row: list[int] = []
    for at in range(apart, len(text)):
        if _beside(text[at - apart], text[at]):
            row.append(at)
            continue
        found += row if len(row) >= apart * (ROW - 1) else []
        row = []
    return found + (row if len(row) >= apart * (ROW - 1) else [])


def _beside(first: str, second: str) -> bool:
    """Whether one key follows another: the same, the next in the alphabet, the next on the keyboard."""
    if "\0" in (first, second):
        return False
    if abs(ord(first) - ord(second)) <= 1:
        return True
    if first not in _PLACE or second not in _PLACE:
        return False
    (row, at), (other_row, other_at) = _PLACE[first], _PLACE[second]
    down, along = other_row - row, other_at - at
    return (down, along) in {(0, 1), (0, -1), (1, 0), (-1, 0), (1, -1), (-1, 1)}
