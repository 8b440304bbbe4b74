"""Facts of as many made-up cells as are asked for, no two alike: what a province's or the country's cells would give.

All names of places, bodies and persons are put together from syllables; none is meant to exist.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from docgen.draft.facts import Day, Facts, Record, Value

PATTERN_NAME = "Hội Văn học nghệ thuật tỉnh Sao Mai"
PATTERN_PLACE = "Sao Mai"
ASSOCIATIONS = (
    "Hội Văn học nghệ thuật", "Hội Nhà báo", "Hội Luật gia", "Hội Chữ thập đỏ", "Hội Làm vườn", "Hội Khuyến học",
    "Hội Người cao tuổi", "Hội Đông y", "Liên hiệp các hội khoa học và kỹ thuật", "Liên hiệp các tổ chức hữu nghị",
    "Hội Sinh vật cảnh", "Hội Cựu giáo chức",
)
SYLLABLES = (
    "An", "Bắc", "Bằng", "Cẩm", "Châu", "Dương", "Đông", "Gia", "Hạ", "Hoà", "Khê", "Lâm", "Lộc", "Mai", "Mẫu", "Mỹ",
    "Nam", "Ngân", "Nghĩa", "Phú", "Quang", "Sao", "Sơn", "Tân", "Thạch", "Thịnh", "Thử", "Tiên", "Trà", "Trung",
    "Vân", "Vĩnh", "Xuân", "Yên",
)
FAMILIES = ("Nguyễn", "Trần", "Lê", "H'", "Y", "Lò", "Vàng", "Đinh")


def series(pattern: Facts, count: int, seed: int = 162) -> Iterator[Facts]:
    """Make so many different cells from one cell's facts; the same seed gives the same cells."""
    chance = random.Random(seed)
    provinces = [f"{chance.choice(SYLLABLES)} {chance.choice(SYLLABLES)}" for _ in range(34)]
    for number in range(count):
        place = f"{chance.choice(SYLLABLES)} {chance.choice(SYLLABLES)} {number}"
        kind = chance.choice(ASSOCIATIONS)
        words = {PATTERN_NAME: f"{kind} {chance.choice(('xã', 'phường', 'tỉnh'))} {place}",
                 PATTERN_PLACE: chance.choice(provinces)}
        values = {name: _reworded(value, words) for name, value in pattern.values.items()}
        full = chance.choice((3, 5, 7, 7, 8, 9, 11, 12, 14, 19, 23, 31))
        secretary, deputy = _person(chance), _person(chance)
        values.update(
            full_members=full, probationary_members=chance.choice((0, 0, 1, 2)), secretary=secretary,
            deputy=deputy if chance.random() < 0.7 else None, seal=chance.random() < 0.8,
            meeting_day=f"ngày {chance.randint(1, 28):02d}",
            congress_on=Day(2025, chance.randint(3, 7), chance.randint(1, 28)),
            meeting_minutes=chance.choice((60, 90, 120)), uses_handbook=chance.random() < 0.5)
        posts = [("bí thư", secretary), *([("phó bí thư", deputy)] if values["deputy"] else []),
                 ("chi uỷ viên", _person(chance))]
        values["committee"] = tuple(
            Record((("post", post), ("name", person))) for post, person in posts) if full >= 9 else ()
        if chance.random() < 0.3:
            values["organisations"] = ()
        if chance.random() < 0.5:
            values["replaces_rules"] = ""
        if chance.random() < 0.5:
            day = Day(2026, chance.randint(6, 9), chance.randint(1, 28))
            values.update(issued_on=day, passed_on=day, number=str(chance.randint(1, 9)))
        blank = tuple(name for name in pattern.blank if values[name] == pattern.values[name])
        yield replace(pattern, values=values, blank=blank,
                      given=pattern.given | {"issued_on", "passed_on", "number"} - set(blank))


def _person(chance: random.Random) -> str:
    return f"{chance.choice(FAMILIES)} {chance.choice(SYLLABLES)} {chance.choice(SYLLABLES)} {chance.choice(SYLLABLES)}"


def _reworded(value: Value, words: dict[str, str]) -> Value:
    if isinstance(value, Record):
        return Record(tuple((name, _reworded(part, words)) for name, part in value.pairs))
    if isinstance(value, tuple):
        return tuple(_reworded(part, words) for part in value)  # type: ignore[arg-type,return-value]
    if type(value) is str:
        for old, new in words.items():
            value = value.replace(old, new)
    return value
