"""The page of comparison as people use it, in a headless Chromium: widths, keys, no script, print, for everybody."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.acceptance.conftest import TOOLS, needed, said_by
from tests.unit.review.compared import plan

from planforge.review.page import page
from planforge.review.sources import Source

pytestmark = pytest.mark.acceptance

SOURCES = {
    "pfnew": Source("data/vi-du/2030/plan.yaml", 12, "Trần Ví Dụ", "2030-04-02T08:00:00+07:00", "1234abc"),
    "pfold": Source("data/vi-du/2030/plan.yaml", 11, "Lê Ví Dụ", "2029-04-02", "abc1234"),
    "pfwhole": Source("templates/plan/body.md.j2", 31),
}
WIDE, PHONE = (1280, 900), (390, 844)
DARK = [{"name": "prefers-color-scheme", "value": "dark"}]
FOCUSED = "document.activeElement.closest('[data-change]')?.dataset.change"
POSITION = "document.getElementById('position').textContent"
Browse = Callable[..., list[Any]]


@pytest.fixture(scope="module")
def browse(tmp_path_factory: pytest.TempPathFactory) -> Browse:
    """Opens the page of a plan, does some steps and gives what each said; the page may ask for nothing but itself."""
    folder = tmp_path_factory.mktemp("page")
    text = page(plan(), "vi", SOURCES.get)
    (folder / "plan.diff.html").write_text(text, encoding="utf-8")
    # A browser without scripts, in which the rules of accessibility can still be asked.
    (folder / "bare.html").write_text(re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL), encoding="utf-8")

    def opened(size: tuple[int, int], *steps: dict[str, Any], scripting: bool = True, **more: Any) -> list[Any]:
        path = folder / ("plan.diff.html" if scripting else "bare.html")
        wanted = {"program": needed("chromium"), "url": path.as_uri(), "width": size[0], "height": size[1]}
        ran = subprocess.run(
            [needed("node"), str(TOOLS / "browse.mjs")],
            input=json.dumps({**wanted, "steps": list(steps), **more}),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        found = json.loads(ran.stdout)
        assert found["asked"] == [path.as_uri()]
        assert found["broken"] == []
        return list(found["said"])

    return opened


def evaluated(*expressions: str) -> list[dict[str, Any]]:
    return [{"evaluate": expression} for expression in expressions]


def seen(selector: str) -> str:
    """How many elements of a selector are drawn."""
    return f"[...document.querySelectorAll('{selector}')].filter(one => one.checkVisibility()).length"


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("media", [[], DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scripting", [True, False], ids=["script", "no script"])
def test_no_rule_of_accessibility_is_broken(
    browse: Browse, size: tuple[int, int], media: list[Any], *, scripting: bool
) -> None:
    [found] = browse(size, {"axe": True}, media=media, scripting=scripting)
    assert found == []


def test_no_rule_is_broken_while_the_window_with_sources_is_open(browse: Browse) -> None:
    assert browse(WIDE, {"press": "n"}, {"press": "Enter"}, {"axe": True})[-1] == []


def test_two_columns_on_a_wide_screen_and_one_on_a_phone(browse: Browse) -> None:
    columns = seen(".row.changed:not(.only-new):not(.only-old) > .old")
    removed = seen(".new del")
    assert browse(WIDE, *evaluated(columns, removed))[1] == 0
    assert browse(WIDE, *evaluated(columns))[0] > 3
    assert browse(PHONE, *evaluated(columns, removed)) == [0, 7]


def test_nothing_is_wider_than_the_screen(browse: Browse) -> None:
    for size in (WIDE, PHONE):
        assert browse(size, *evaluated("document.documentElement.scrollWidth")) == [size[0]]


def test_the_buttons_switch_without_loading_again(browse: Browse) -> None:
    old = seen(".row > .old .text")
    folded = seen("details.kept .text, .far")
    said = browse(
        WIDE,
        *evaluated(old, folded),
        {"click": "input[value=inline]"},
        {"click": "input[value=whole]"},
        *evaluated(old, folded),
        {"click": "input[value=side]"},
        {"click": "input[value=changes]"},
        *evaluated(old, folded),
    )
    before, inline, after = said[0:2], said[4:6], said[8:10]
    assert before == after
    assert before[1] == 0
    assert inline[0] < before[0]
    assert inline[1] > 10


def test_keys_lead_through_all_changes_and_around(browse: Browse) -> None:
    [total] = browse(WIDE, *evaluated(f"{POSITION}.split('/')[1]"))
    steps = [step for _ in range(int(total)) for step in ({"press": "n"}, *evaluated(FOCUSED))]
    said = browse(WIDE, *steps, {"press": "j"}, *evaluated(FOCUSED), {"press": "k"}, *evaluated(FOCUSED, POSITION))
    numbers = [one for one in said if one is not None]
    assert numbers == [*map(str, range(1, int(total) + 1)), "1", total, f"{total}/{total}"]


def test_a_change_that_keys_lead_to_is_on_the_screen(browse: Browse) -> None:
    where = "(({top, bottom}) => top >= 60 && bottom <= innerHeight)(document.activeElement.getBoundingClientRect())"
    calm = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    said = browse(PHONE, *[{"press": "p"}] * 3, *evaluated(where), {"press": "n"}, *evaluated(where), media=calm)
    assert [one for one in said if one is not None] == [True, True]


def test_a_paragraph_tells_its_line_by_key_and_by_click(browse: Browse) -> None:
    told = "document.getElementById('origin').open && document.querySelector('#origin ul').innerText"
    copied = "document.querySelector('#origin p').textContent"
    closed = f"document.getElementById('origin').open + ' ' + {FOCUSED}"
    said = browse(
        WIDE,
        *({"press": "n"}, {"press": "Enter"}, *evaluated(told)),
        *({"click": "#origin li button"}, {"evaluate": "new Promise(done => setTimeout(done, 200))"}),
        *evaluated(copied),
        *({"press": "Escape"}, *evaluated(closed)),
        *({"click": ".row:nth-of-type(5) .new .text"}, *evaluated(told)),
    )
    by_key, noted, after, by_click = [one for one in said if one is not None]
    assert "data/vi-du/2030/plan.yaml:12" in by_key
    assert "Trần Ví Dụ · 1234abc · 2/4/2030" in by_key
    assert noted == "Đã chép."
    assert after == "false 1"
    assert "templates/plan/body.md.j2:31" in by_click


def test_a_link_to_a_heading_leads_to_its_first_change(browse: Browse) -> None:
    assert browse(WIDE, {"click": "nav li:last-child a"}, *evaluated(FOCUSED))[1] == "12"


def test_without_script_everything_can_be_read(browse: Browse) -> None:
    hidden = seen("#controls, .keys, dialog")
    rows = seen(".new tr:not(.gone)")
    sources = seen("details.source")
    said = browse(WIDE, *evaluated(hidden, rows, sources), scripting=False)
    assert said[:2] == [0, 12]
    assert said[2] > 2


def test_print_is_one_column_with_both_kinds_of_change(browse: Browse, tmp_path: Path) -> None:
    browse(WIDE, {"press": "n"}, {"pdf": str(tmp_path / "page.pdf")})
    text = " ".join(said_by("pdftotext", "-layout", tmp_path / "page.pdf", "-").split())
    assert "30 tháng 6 15 tháng 7" in text
    assert text.count("Căn cứ thứ 1") == 1
    assert "Thay đổi sau" not in text
    assert "plan.yaml" not in text
    size = said_by("pdfinfo", tmp_path / "page.pdf")
    assert "A4" in size
