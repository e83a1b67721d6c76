"""Days of a posting as it prints them, always in Chinese."""

from datetime import date


def words_of_day(text: str) -> str:
    """2026-10-03 as 2026年10月3日; anything else as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.year}年{day.month}月{day.day}日"


def day_and_month(text: str) -> str:
    """2026-10-03 as 10月3日."""
    return words_of_day(text).partition("年")[2] or text
