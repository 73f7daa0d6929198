"""What deleted text needs comes along: pictures, links, lists, styles, notes, headers."""

from __future__ import annotations

from tests.unit.redline.documents import (
    STYLES,
    R,
    W,
    document,
    found,
    names,
    paragraph,
    paragraphs,
    part,
    redlined,
    relation,
    run,
    told,
)

from planforge.redline.comparison import Fate

NAME = f"{{{W}}}"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def picture(number: int, relationship: str, words: str = "Biểu đồ") -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:extent cx="1" cy="1"/>'
        f'<wp:docPr id="{number}" name="P" descr="{words}"/><a:blip xmlns:a="{A}" r:embed="{relationship}"/>'
        "</wp:inline></w:drawing></w:r>"
    )


def with_picture(content: bytes, number: int = 1, identifier: str = "rId7", words: str = "Biểu đồ") -> bytes:
    return document(
        paragraph(picture(number, identifier, words)) + paragraph("Hết."),
        parts={f"word/media/p{number}.png": content},
        relations=relation(identifier, "image", f"media/p{number}.png"),
    )


def test_the_same_picture_under_another_name_is_no_change() -> None:
    made = redlined(with_picture(b"one"), with_picture(b"one", 4, "rId9"))
    assert made.comparison.equal


def test_the_old_picture_comes_along_when_another_takes_its_place() -> None:
    made = redlined(with_picture(b"one"), with_picture(b"two"))
    assert told(made) == ["[Biểu đồ]{Biểu đồ}"]
    media = sorted(name for name in names(made.docx) if "media" in name)
    assert media == ["word/media/p1-old.png", "word/media/p1.png"]
    drawn = [one.get("id") for one in part(made.docx).iter(f"{{{WP}}}docPr")]
    assert len(drawn) == len(set(drawn)) == 2


def test_a_picture_that_went_brings_what_it_is_made_of() -> None:
    made = redlined(with_picture(b"one"), document(paragraph("Hết.")))
    assert [name for name in names(made.docx) if "media" in name] == ["word/media/p1-old.png"]
    [related] = [one for one in part(made.docx, "word/_rels/document.xml.rels") if "image" in one.get("Type", "")]
    assert related.get("Target") == "/word/media/p1-old.png"


def linked(address: str, words: str = "trang", identifier: str = "rId5") -> bytes:
    link = f'<w:hyperlink r:id="{identifier}">{run(words)}</w:hyperlink>'
    return document(
        paragraph(run("Xem ") + link + run(".")), relations=relation(identifier, "hyperlink", address, external=True)
    )


def test_a_link_to_elsewhere_is_another_link() -> None:
    made = redlined(linked("https://example.org/a"), linked("https://example.org/b"))
    assert told(made) == ["Xem [trang]{trang}."]
    assert len(found(made.docx, "hyperlink")) == 2


def test_words_of_a_link_change_inside_it() -> None:
    made = redlined(linked("https://example.org/a"), linked("https://example.org/a", "một trang", "rId8"))
    assert told(made) == ["Xem {một }trang."]
    assert len(found(made.docx, "hyperlink")) == 1


def numbering(form: str) -> str:
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def listed(form: str, *texts: str) -> bytes:
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return document(
        "".join(paragraph(text, item) for text in texts) + paragraph("Hết."),
        parts={"word/numbering.xml": numbering(form)},
        relations=relation("rId3", "numbering", "numbering.xml"),
    )


def test_an_item_of_a_list_that_the_new_file_does_not_have_brings_its_list() -> None:
    made = redlined(listed("decimal", "Một việc phải làm."), listed("bullet", "Việc hoàn toàn khác."))
    forms = [one.get(f"{NAME}val") for one in found(made.docx, "numFmt", "word/numbering.xml")]
    assert sorted(map(str, forms)) == ["bullet", "decimal"]
    assert any("danh sách" in one.vi for one in made.comparison.untracked)


def test_a_style_of_deleted_text_comes_along_with_what_it_is_based_on() -> None:
    own = (
        '<w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Old"/><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/></w:style>'
    )
    old = document(
        paragraph("Cũ.", '<w:pStyle w:val="Old"/>') + paragraph("Hết."),
        styles=STYLES.replace("</w:styles>", f"{own}</w:styles>"),
    )
    made = redlined(old, document(paragraph("Hết.")))
    styles = {one.get(f"{NAME}styleId") for one in found(made.docx, "style", "word/styles.xml")}
    assert {"Old", "Base"} <= styles
    assert any("styles" in one.en for one in made.comparison.untracked)


def noted(*notes: str) -> bytes:
    body = "".join(
        run(f"Ý {number}") + f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in range(1, len(notes) + 1)
    )
    content = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>' for number, text in enumerate(notes, 1)
    )
    return document(
        paragraph(body or run("Ý 1")),
        parts={"word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{content}</w:footnotes>'} if notes else {},
        relations=relation("rId4", "footnotes", "footnotes.xml") if notes else "",
    )


def test_a_note_is_compared_where_it_is_referred_to() -> None:
    made = redlined(noted("Theo quyết định cũ."), noted("Theo quyết định mới."))
    assert told(made) == ["Theo quyết định [cũ]{mới}."]
    assert len(found(made.docx, "del", "word/footnotes.xml")) == 1


def test_a_note_that_went_comes_along_with_its_reference() -> None:
    for old, new in ((noted("Một.", "Hai."), noted("Một.")), (noted("Một."), noted()), (noted(), noted("Một."))):
        made = redlined(old, new)
        assert any(one.fate in {Fate.REMOVED, Fate.ADDED} for one in made.comparison.paragraphs)


def headed(text: str, *, headers: bool = True, name: str = "header1.xml") -> bytes:
    reference = f'<w:headerReference xmlns:r="{R}" w:type="default" r:id="rId6"/>' if headers else ""
    return document(
        paragraph("Một."),
        parts={f"word/{name}": f'<w:hdr xmlns:w="{W}">{paragraph(text)}</w:hdr>'} if headers else {},
        relations=relation("rId6", "header", name) if headers else "",
        section=f'<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
    )


def test_a_header_is_compared_whatever_its_part_is_called() -> None:
    made = redlined(headed("Dự thảo"), headed("Dự thảo lần 2", name="header9.xml"))
    assert told(made) == ["Dự thảo{ lần 2}"]
    assert [one.part for one in made.comparison.paragraphs] == ["word/document.xml", "word/header9.xml"]


def test_a_header_that_only_one_file_has_is_named() -> None:
    for old, new in ((headed("Dự thảo"), headed("", headers=False)), (headed("", headers=False), headed("Dự thảo"))):
        made = redlined(old, new)
        assert any("header" in one.en for one in made.comparison.untracked)


def test_a_bookmark_that_a_link_leads_to_is_where_it_was() -> None:
    link = f'<w:hyperlink w:anchor="nơi">{run("Xem")}</w:hyperlink>'
    mark = '<w:bookmarkStart w:id="3" w:name="nơi"/>{}<w:bookmarkEnd w:id="3"/>'
    old = paragraph(link) + paragraph(mark.format(run("Một việc."))) + paragraphs("Hai việc.")
    new = paragraph(link) + paragraphs("Một việc.") + paragraph(mark.format(run("Hai việc.")))
    redlined(document(old), document(new))


def test_a_bookmark_between_paragraphs_stays_out_of_those_that_come_and_go() -> None:
    link, start, end = (
        paragraph(f'<w:hyperlink w:anchor="mục">{run("Xem")}</w:hyperlink>'),
        '<w:bookmarkStart w:id="3" w:name="mục"/>',
        '<w:bookmarkEnd w:id="3"/>',
    )
    old = link + start + paragraphs("Mục một", "Đoạn cũ của một người nào đó.") + end + paragraphs("Mục hai")
    new = link + start + paragraphs("Mục một", "Lời khác hẳn, viết lại từ đầu.") + end + paragraphs("Mục hai")
    fewer = link + start + paragraphs("Mục một") + end + paragraphs("Mục hai")
    for one, other in ((old, new), (new, old), (old, fewer), (fewer, old)):
        made = redlined(document(one), document(other))
        ends = [each.get(f"{NAME}id") for each in found(made.docx, "bookmarkEnd")]
        assert len(ends) == len(set(ends))
