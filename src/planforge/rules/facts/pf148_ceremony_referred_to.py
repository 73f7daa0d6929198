"""PF148: a ministry or sector celebrates its founding day in round years only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Finding, Kind, Replaced, Rule
from planforge.rules.facts.mentions import place_in
from planforge.rules.facts.records import texts
from planforge.rules.known_days import is_of_a_body
from planforge.words import Words
from planforge.years import Years

CEREMONY = re.compile(
    r"(?:\blễ|\bmít tinh)(?: mít tinh| trọng thể| cấp \w+| kỷ niệm)* \{\{ *anniversaries\.(\w+)[\w.]* *\}\}",
    re.IGNORECASE,
)
ROUND = 10


def check(years: Years) -> Iterator[Answer]:
    """Each ceremony for an anniversary whose count, in the cluster's year, does not end in 0."""
    for one in years.years:
        for text in texts(one):
            for match in CEREMONY.finditer(text):
                day = one.content.commemorations.get(match[1])
                if day is not None and day.count is not None and day.count % ROUND and is_of_a_body(day.name):
                    values = {"name": str(day.name), "count": int(day.count), "year": one.year}
                    yield Finding(place_in(one, text, match[0]), values)


RULE = Rule(
    code="PF148",
    name="ceremony-referred-to",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("lễ kỷ niệm vào năm không tròn", "a ceremony in a year that is not round"),
    reason=Words(
        "Lễ kỷ niệm ngày thành lập, tái lập, truyền thống, hưởng ứng của bộ, ngành chỉ tổ chức vào năm tròn (số năm có "
        "chữ số cuối là 0); các năm khác thì tuyên truyền, thi đua.",
        "Ceremonies of founding and traditional days are held in years whose count ends in 0; in others there is "
        "emulation and publicity.",
    ),
    message=Words(
        "năm {year} là {count} năm {name}, không phải năm tròn nên không tổ chức lễ kỷ niệm",
        "{name}: {count} years in {year} are not a round number, so that there is no ceremony",
    ),
    hint=Words("Viết “thi đua lập thành tích chào mừng …”.", "Write of emulation in its honour instead."),
    law=Words("Điều 3, Điều 4 và Điều 9, Nghị định 111/2018/NĐ-CP", "Articles 3, 4 and 9, Decree 111/2018/NĐ-CP"),
    form="C03",
    flagged=(
        Replaced("plan.yaml", "Tổ chức Lễ ký kết", "Tổ chức Lễ {{ anniversaries.thanh_lap_truong_vi_du_mot }}; ký kết"),
    ),
    fine=(
        Replaced("plan.yaml", "Tổ chức Lễ ký kết", "Tổ chức Lễ {{ anniversaries.thanh_lap_bo_vi_du }}; ký kết"),
        Replaced("plan.yaml", "Tổ chức Lễ ký kết", "Thi đua chào mừng {{ anniversaries.ngay_vi_du }}; ký kết"),
    ),
    check=check,
)
