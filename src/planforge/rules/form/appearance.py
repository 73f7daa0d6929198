"""What rules about the looks of components share: names of the parts, and the look a paragraph really has.

A look is compared by what the shown runs hold. A message says part, what was found and what is wanted as half
sentences ("is 15 pt", "be 13-14 pt"), so that every rule about looks can speak with `LOOK_MESSAGE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from planforge.decree30 import FORMS, POINTS_PER_MILLIMETRE, Component, Form
from planforge.rule import Answer, Finding, Medium, Untold
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align, Paragraph, Run
from planforge.words import Words

# A DOCX asks for half points; programs that draw round to the dots of a printer.
SIZE_TOLERANCE_PT = 0.11
CENTRE_TOLERANCE_PT = 6.0

_LETTER = re.compile(r"[^\W_]")

LOOK_MESSAGE = Words("{part} {found}, phải {wanted}", "{part} {found}; it must {wanted}")

PARTS: dict[Component, Words] = {
    Component.NATIONAL_NAME: Words("Quốc hiệu", "the national name"),
    Component.NATIONAL_MOTTO: Words("Tiêu ngữ", "the motto"),
    Component.PARENT: Words("Tên cơ quan chủ quản", "the name of the parent body"),
    Component.ISSUER: Words("Tên cơ quan ban hành", "the name of the issuing body"),
    Component.NUMBER: Words("Số, ký hiệu", "the number line"),
    Component.PLACE_DATE: Words("Địa danh và thời gian", "the date line"),
    Component.TYPE_NAME: Words("Tên loại văn bản", "the type of the document"),
    Component.SUBJECT: Words("Trích yếu", "the subject"),
    Component.LETTER_SUBJECT: Words("Trích yếu công văn", "the subject of the letter"),
    Component.ISSUING_AUTHORITY: Words("Thẩm quyền ban hành", "the issuing authority"),
    Component.BODY: Words("Nội dung văn bản", "the text of the document"),
    Component.SIGNER_AUTHORITY: Words("Quyền hạn, chức vụ của người ký", "the signer's authority and title"),
    Component.SIGNER_OFFICE: Words("Chức vụ khác của người ký", "the signer's other title"),
    Component.SIGNER_NAME: Words("Họ và tên của người ký", "the signer's name"),
    Component.ADDRESSEES: Words("Phần kính gửi", "the addressee block"),
    Component.RECIPIENTS_LABEL: Words("Từ “Nơi nhận”", "the words “Nơi nhận”"),
    Component.RECIPIENTS: Words("Danh sách nơi nhận", "the list of recipients"),
    Component.ANNEX_LABEL: Words("Từ “Phụ lục”", "the word “Phụ lục”"),
    Component.ANNEX_TITLE: Words("Tên phụ lục", "the title of the annex"),
    Component.ANNEX_REFERENCE: Words("Dòng chỉ dẫn của phụ lục", "the reference line of the annex"),
    Component.PAGE_NUMBER: Words("Số trang", "the page number"),
}

ALIGNED: dict[Align, Words] = {
    Align.LEFT: Words("canh trái", "aligned left"),
    Align.CENTRE: Words("canh giữa", "centred"),
    Align.RIGHT: Words("canh phải", "aligned right"),
    Align.BOTH: Words("canh đều hai bên", "justified"),
}


def mid_sentence(part: Words) -> Words:
    """The name of a part inside a sentence: "tên cơ quan ban hành", but "Quốc hiệu" and "Tiêu ngữ", which are names."""
    if part in {PARTS[Component.NATIONAL_NAME], PARTS[Component.NATIONAL_MOTTO]}:
        return part
    return Words(part.vi[:1].lower() + part.vi[1:], part.en)


def decimal(value: float, places: int = 1) -> Words:
    """A number as each language writes it, without idle zeros: "13,5" and "13.5"."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".") if places else f"{value:.0f}"
    return Words(text.replace(".", ","), text)


def span_of(low: float, high: float, places: int = 1) -> Words:
    """A range of numbers: "13-14"; a single number where both ends are the same."""
    first, last = decimal(low, places), decimal(high, places)
    return first if first == last else Words(f"{first.vi}-{last.vi}", f"{first.en}-{last.en}")


def millimetres(points: float) -> Words:
    """A length in millimetres, from points."""
    return decimal(points / POINTS_PER_MILLIMETRE)


def letters(paragraph: Paragraph) -> list[tuple[int, Run]]:
    """The runs with letters or figures that are seen, each with where it begins in the text."""
    found, start = [], 0
    for run in paragraph.runs:
        if not run.hidden and _LETTER.search(run.text):
            found.append((start, run))
        start += len(run.text)
    return found


def looks(
    paper: Anatomy,
    component: Component,
    paragraph: Paragraph,
    *,
    form: Form | None = None,
    part: Words | None = None,
    sizes: bool = True,
    bold: bool = True,
    italic: bool = True,
    capitals: bool | None = None,
    align: Align | None = None,
) -> Iterator[Answer]:
    """What differs between a paragraph and the form of its component; one finding for each property.

    `sizes`, `bold` and `italic` tell which properties are asked; `capitals` True asks for capitals, False forbids a
    text all in capitals, None takes what the form says of capitals and forbids nothing. `align` is asked where it is
    given. What the file does not tell is Untold.
    """
    form = form or FORMS[component]
    name = part or PARTS[component]
    runs = letters(paragraph)
    if sizes:
        yield from _property(
            paper,
            paragraph,
            name,
            Words("cỡ chữ", "size"),
            [(start, run, None if run.size is None else _fits(run.size, form)) for start, run in runs],
            lambda run: sized(run.size or 0.0),
            size_wanted(form),
        )
    if bold:
        yield from _property(
            paper,
            paragraph,
            name,
            Words("kiểu chữ đậm", "weight"),
            [(start, run, None if run.bold is None else run.bold is form.bold) for start, run in runs],
            lambda _: _BOLD[not form.bold],
            _WANTED_BOLD[form.bold],
        )
    if italic:
        yield from _property(
            paper,
            paragraph,
            name,
            Words("kiểu chữ nghiêng", "slant"),
            [(start, run, None if run.italic is None else run.italic is form.italic) for start, run in runs],
            lambda _: _ITALIC[not form.italic],
            _WANTED_ITALIC[form.italic],
        )
    wanted_capitals = form.upper or None if capitals is None else capitals
    if wanted_capitals is not None and is_upper(paragraph.text) is not wanted_capitals:
        yield paper.finding(paragraph, part=name, found=_CAPITALS[not wanted_capitals], wanted=_WANTED[wanted_capitals])
    if align is not None:
        yield from aligned(paper, paragraph, align, name)


def aligned(paper: Anatomy, paragraph: Paragraph, align: Align, part: Words) -> Iterator[Answer]:
    """Whether a paragraph is aligned as asked; what is centred in words may still stand off the middle by indents."""
    if paragraph.align is None:
        if paper.reading.medium is Medium.DOCX:
            yield Untold(Words(f"không rõ cách canh lề của: {part.vi}", f"the alignment of {part.en} is not known"))
    elif paragraph.align is not align:
        yield paper.finding(
            paragraph,
            part=part,
            found=Words(f"đang {ALIGNED[paragraph.align].vi}", f"is {ALIGNED[paragraph.align].en}"),
            wanted=Words(ALIGNED[align].vi, f"be {ALIGNED[align].en}"),
        )


def all_look(
    paper: Anatomy,
    component: Component,
    paragraphs: Iterable[Paragraph],
    *,
    capitals: bool | None = None,
    align: Align | None = None,
) -> Iterator[Answer]:
    """`looks` of several paragraphs of one component: each wrong property is told once, at its first place."""
    yield from told_once(
        answer
        for paragraph in paragraphs
        for answer in looks(paper, component, paragraph, capitals=capitals, align=align)
    )


def told_once(answers: Iterable[Answer]) -> Iterator[Answer]:
    """The answers about looks with the same thing found in several places told at the first of them."""
    told: set[object] = set()
    for answer in answers:
        key = answer.values["found"] if isinstance(answer, Finding) else answer
        if key not in told:
            told.add(key)
            yield answer


def is_upper(text: str) -> bool:
    """Whether all letters of a text are capitals; true of a text without letters."""
    return text == text.upper()


def main_size(paragraph: Paragraph) -> float | None:
    """The size of most letters of a paragraph, in points; None where one is not known or there are none."""
    sizes = {run.size for run in paragraph.runs}
    if len(sizes) == 1:
        return sizes.pop()
    weights: dict[float, int] = {}
    for _, run in letters(paragraph):
        if run.size is None:
            return None
        weights[run.size] = weights.get(run.size, 0) + len(run.text.strip())
    return max(weights, key=lambda size: weights[size]) if weights else None


def same_size(former: float, latter: float) -> bool:
    """Whether two sizes are the same to the eye."""
    return abs(former - latter) <= SIZE_TOLERANCE_PT


def sized(size: float) -> Words:
    """The half sentence that tells a size that was found."""
    text = decimal(size)
    return Words(f"có cỡ chữ {text.vi}", f"is {text.en} pt")


def size_wanted(form: Form) -> Words:
    """The half sentence that tells the sizes of a form."""
    text = span_of(form.smallest, form.largest)
    return Words(f"có cỡ chữ {text.vi}", f"be {text.en} pt")


def _fits(size: float, form: Form) -> bool:
    return form.smallest - SIZE_TOLERANCE_PT <= size <= form.largest + SIZE_TOLERANCE_PT


_BOLD = {True: Words("in đậm", "is bold"), False: Words("không in đậm", "is not bold")}
_WANTED_BOLD = {True: Words("in đậm", "be bold"), False: Words("để chữ không đậm", "not be bold")}
_ITALIC = {True: Words("in nghiêng", "is italic"), False: Words("là chữ đứng", "is upright")}
_WANTED_ITALIC = {True: Words("in nghiêng", "be italic"), False: Words("là chữ đứng", "be upright")}
_CAPITALS = {
    True: Words("viết toàn chữ in hoa", "is all in capitals"),
    False: Words("là chữ thường", "is in lower case"),
}
_WANTED = {True: Words("viết bằng chữ in hoa", "be in capitals"), False: Words("là chữ in thường", "be in lower case")}


def _property(
    paper: Anatomy,
    paragraph: Paragraph,
    part: Words,
    named: Words,
    judged: list[tuple[int, Run, bool | None]],
    found: Callable[[Run], Words],
    wanted: Words,
) -> Iterator[Answer]:
    """One finding at the first run that does not fit, or why it cannot be told."""
    for start, run, fits in judged:
        if fits is False:
            first = start + len(run.text) - len(run.text.lstrip())
            yield paper.finding(
                paragraph, first, start + len(run.text.rstrip()), part=part, found=found(run), wanted=wanted
            )
            return
    if any(fits is None for _, _, fits in judged):
        yield Untold(Words(f"không rõ {named.vi} của: {part.vi}", f"the {named.en} of {part.en} is not known"))
