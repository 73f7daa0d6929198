"""Files from strangers that were made to harm, or are damaged: one clear error each, soon, and nothing fetched."""

from __future__ import annotations

import contextlib
import json
import os
import struct
import subprocess
import sys
import time
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import etree
from tests.unit.verify.docx_maker import KINDS, packed, paragraph, written

from planforge.errors import UserError
from planforge.verify.docx import limits, read_docx
from planforge.write.wordml import W

SECONDS, MEGABYTES = 5.0, 500
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
GOOD = packed(paragraph("chữ"))
PARAGRAPH = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
# The peak is read from /proc: what getrusage tells includes the memory of the process that started this one.
MEASURED = """
import json, sys
from pathlib import Path
from planforge.errors import UserError
from planforge.verify.docx import read_docx
try:
    read_docx(Path(sys.argv[1]))
    code = ""
except UserError as error:
    code = error.code
status = Path("/proc/self/status").read_text().splitlines()
peak = next(line.split()[1] for line in status if line.startswith("VmHWM"))
print(json.dumps([code, int(peak) / 1024]))
"""


def document(body: str, before: str = "") -> bytes:
    return f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def with_parts(**parts: bytes) -> dict[str, bytes]:
    """A good file with other parts: `document` and `styles` are those of Word, other names as they are."""
    names = {"document": "word/document.xml", "types": "[Content_Types].xml", "related": "_rels/.rels"}
    return {**GOOD, **{names.get(name, name): content for name, content in parts.items()}}


def code_of(path: Path) -> str:
    """The code of the error a file ends with, which comes in time."""
    start = time.process_time()
    with pytest.raises(UserError) as caught:
        read_docx(path)
    assert time.process_time() - start < SECONDS
    assert caught.value.values["path"] == str(path)
    return caught.value.code


def code_of_parts(folder: Path, parts: Mapping[str, bytes]) -> str:
    return code_of(written(folder / "a.docx", parts))


def related(kind: str, target: str, mode: str = "Internal") -> bytes:
    name = "http://schemas.openxmlformats.org/package/2006/relationships"
    root = etree.Element(f"{{{name}}}Relationships")
    etree.SubElement(root, f"{{{name}}}Relationship", Id="h", Type=f"x/{kind}", Target=target, TargetMode=mode)
    return etree.tostring(root)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<w:p><w:r><w:t>" + "x" * (limits.BYTES_OF_A_PART + 1) + "</w:t></w:r></w:p>", "docx.too_large"),
        ("<w:p><w:r><w:t>" + "chữ " * 2_200_000 + "</w:t></w:r></w:p>", "docx.too_large"),
        ("<w:p><w:r><w:t>" + "x" * (limits.CHARACTERS + 1) + "</w:t></w:r></w:p>", "docx.too_large"),
        ("<w:p/>" * (limits.MARKS + 1), "docx.too_large"),
        ("<w:p/>" * (limits.PARAGRAPHS + 1), "docx.too_large"),
        ("<w:tbl><w:tr><w:tc>" * 200 + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * 200, "docx.too_deep"),
        ("<w:tbl><w:tr><w:tc>" * 20_000, "docx.too_deep"),
        ('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + "<w:p><w:ins>" * 200, "docx.too_deep"),
        ("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 200 + "</w:p>", "docx.too_large"),
        ("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * (limits.SECTIONS + 1), "docx.too_large"),
        ("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", "docx.broken_part"),
        ("<w:p>", "docx.broken_part"),
    ],
)
def test_bodies_that_are_too_much(tmp_path: Path, body: str, code: str) -> None:
    assert code_of_parts(tmp_path, with_parts(document=document(body))) == code


def test_many_bookmarks_over_many_paragraphs(tmp_path: Path) -> None:
    marks = "".join(f'<w:bookmarkStart w:id="{number}" w:name="b"/>' for number in range(1000))

    assert code_of_parts(tmp_path, with_parts(document=document(marks + PARAGRAPH * 1000))) == "docx.too_large"


def test_letters_that_would_be_a_run_each(tmp_path: Path) -> None:
    fonts = '<w:rFonts w:ascii="A" w:hAnsi="B"/>'
    text = "aế" * (limits.RUNS // 2 + 1)
    body = f"<w:p><w:r><w:rPr>{fonts}</w:rPr><w:t>{text}</w:t></w:r></w:p>"

    assert code_of_parts(tmp_path, with_parts(document=document(body))) == "docx.too_large"


def test_a_namespace_that_would_be_repeated_with_every_element(tmp_path: Path) -> None:
    body = f'<w:p xmlns:q="{"y" * 900_000}">' + "<q:a/>" * 100_000 + "</w:p>"

    assert code_of_parts(tmp_path, with_parts(document=document(body))) == "docx.too_large"


def test_more_styles_than_word_can_hold(tmp_path: Path) -> None:
    styles = f'<w:styles xmlns:w="{W}">' + "".join(
        f'<w:style w:styleId="{number}"/>' for number in range(limits.STYLES + 2)
    )
    parts = {**with_parts(**{"word/styles.xml": f"{styles}</w:styles>".encode()})}
    del parts["word/_rels/document.xml.rels"]

    assert code_of_parts(tmp_path, parts) == "docx.too_large"


ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "aaaa">' + "".join(
    f'<!ENTITY {chr(98 + number)} "{f"&{chr(97 + number)};" * 10}">' for number in range(10)
)


@pytest.mark.parametrize(
    "before",
    [
        ENTITY,
        f"{LAUGHS}]>",
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        f"<?x y?><!-- <a> --> {ENTITY}",
        f"\ufeff{ENTITY}",
        f'<?xml version="1.0"?>\n{ENTITY}',
    ],
)
def test_no_part_defines_entities(tmp_path: Path, before: str) -> None:
    content = document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", before)

    assert code_of_parts(tmp_path, with_parts(document=content)) == "docx.entities"


def test_entities_in_utf_16_and_in_other_parts(tmp_path: Path) -> None:
    declared = f'<?xml version="1.0" encoding="UTF-16"?>{document(PARAGRAPH, ENTITY).decode()}'
    types = ENTITY.encode() + GOOD["[Content_Types].xml"]

    assert code_of_parts(tmp_path, with_parts(document=declared.encode("utf-16"))) == "docx.entities"
    assert code_of_parts(tmp_path, with_parts(types=types)) == "docx.entities"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_encodings_that_are_legal(tmp_path: Path, encoding: str) -> None:
    name = "UTF-8" if encoding == "utf-8-sig" else "UTF-16"
    content = f'<?xml version="1.0" encoding="{name}"?>\n{document(PARAGRAPH.replace("x", "chữ")).decode()}'
    path = written(tmp_path / "a.docx", with_parts(document=content.encode(encoding)))

    assert read_docx(path).text == "chữ"


STRICT = (
    (W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (KINDS.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
)


def test_strict_names_are_read_as_the_usual_ones(tmp_path: Path) -> None:
    parts = GOOD
    for usual, strict in STRICT:
        parts = {name: content.replace(usual, strict) for name, content in parts.items()}

    assert read_docx(written(tmp_path / "a.docx", parts)).text == "chữ"


def test_macros_are_refused(tmp_path: Path) -> None:
    enabled = GOOD["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )

    assert code_of_parts(tmp_path, with_parts(**{"word/vbaProject.bin": b"x"})) == "docx.macros"
    assert code_of_parts(tmp_path, with_parts(types=enabled)) == "docx.macros"
    hidden = with_parts(**{"word/_rels/document.xml.rels": related("vbaProject", "other.bin"), "word/other.bin": b"x"})
    assert code_of_parts(tmp_path, hidden) == "docx.macros"


def test_what_lies_elsewhere_is_left_there(tmp_path: Path) -> None:
    for kind in ("image", "attachedTemplate", "styles", "header"):
        outside = related(kind, "file:///etc/passwd", "External")
        path = written(tmp_path / "a.docx", with_parts(**{"word/_rels/document.xml.rels": outside}))
        assert read_docx(path).text == "chữ"


def test_a_target_above_the_package_is_not_in_it(tmp_path: Path) -> None:
    outside = with_parts(**{"word/_rels/document.xml.rels": related("styles", "../../../../etc/passwd")})

    assert code_of_parts(tmp_path, outside) == "docx.missing_part"


def test_the_document_is_where_the_package_says(tmp_path: Path) -> None:
    moved = {name: content for name, content in GOOD.items() if name != "word/document.xml"}
    moved["other/text.xml"] = GOOD["word/document.xml"]
    moved["_rels/.rels"] = related("officeDocument", "/other/text.xml")
    by_type = {**moved, "[Content_Types].xml": moved["[Content_Types].xml"].replace(b"word/document", b"other/text")}
    del by_type["_rels/.rels"]

    assert read_docx(written(tmp_path / "a.docx", moved)).text == "chữ"
    assert read_docx(written(tmp_path / "b.docx", by_type)).text == "chữ"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({}, "docx.not_word"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}, "docx.not_word"),
        ({name: content for name, content in GOOD.items() if name != "word/document.xml"}, "docx.missing_part"),
        (with_parts(document=b"<a/>"), "docx.not_word"),
        (with_parts(document=f'<w:document xmlns:w="{W}"/>'.encode()), "docx.missing_part"),
        (with_parts(document=b""), "docx.broken_part"),
        (with_parts(document=b"\x00\x01"), "docx.broken_part"),
        (with_parts(document=b"\xff\xfea"), "docx.broken_part"),
        (with_parts(document=b'<?xml version="1.0" encoding="foo"?><a/>'), "docx.broken_part"),
        (with_parts(related=b"<a"), "docx.broken_part"),
        (
            with_parts(**{"word/_rels/document.xml.rels": related("styles", "styles.xml"), "word/styles.xml": b"<a>"}),
            "docx.broken_part",
        ),
        (with_parts(**{"word/_rels/document.xml.rels": related("numbering", "n.xml")}), "docx.missing_part"),
        (
            with_parts(related=related("officeDocument", "xl/workbook.xml"), **{"xl/workbook.xml": b"<w/>"}),
            "docx.not_word",
        ),
    ],
)
def test_parts_that_are_missing_broken_or_of_another_program(
    tmp_path: Path, parts: dict[str, bytes], code: str
) -> None:
    assert code_of_parts(tmp_path, parts) == code


@pytest.mark.parametrize("name", ["word/document.xml", "WORD/Document.xml", "word\\document.xml", "/word/document.xml"])
def test_no_part_is_there_twice(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / "a.docx", GOOD)
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(name, document(""))

    assert code_of(path) == "docx.duplicate_part"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "docx.not_word"),
        (b"no zip", "docx.not_word"),
        (b"%PDF-1.7", "docx.not_word"),
        (b"{\\rtf1 x}", "docx.not_word"),
        (b"PK\x03\x04 and no more", "docx.damaged"),
        (OLE + bytes(5000), "docx.old_format"),
        (OLE + bytes(5000) + "EncryptedPackage".encode("utf-16-le"), "docx.encrypted"),
    ],
)
def test_files_that_are_no_package(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)

    assert code_of(path) == code


def test_a_file_that_was_cut_off_anywhere(tmp_path: Path) -> None:
    whole = written(tmp_path / "whole.docx", GOOD).read_bytes()
    path = tmp_path / "a.docx"
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        assert code_of(path) in {"docx.not_word", "docx.unreadable", "docx.damaged"}


def test_a_file_with_any_byte_changed_is_read_or_refused(tmp_path: Path) -> None:
    whole = written(tmp_path / "whole.docx", GOOD).read_bytes()
    path = tmp_path / "a.docx"
    for place in range(0, len(whole), 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :])
        with contextlib.suppress(UserError):
            read_docx(path)


def test_a_zip_with_a_password(tmp_path: Path) -> None:
    content = bytearray(written(tmp_path / "a.docx", GOOD).read_bytes())
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1
    (tmp_path / "a.docx").write_bytes(bytes(content))

    assert code_of(tmp_path / "a.docx") == "docx.encrypted"


def test_another_compression_than_the_formats_own(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in GOOD.items():
            archive.writestr(name, content)

    assert code_of(path) == "docx.broken_part"


def test_more_parts_than_any_document_has(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docx", {**GOOD, **{f"a/{number}": b"" for number in range(limits.PARTS)}})

    assert code_of(path) == "docx.too_large"


def test_a_directory_for_more_parts_than_can_be_counted(tmp_path: Path) -> None:
    content = written(tmp_path / "a.docx", GOOD).read_bytes()
    (tmp_path / "a.docx").write_bytes(content[:-22] + b"PK\x06\x07" + bytes(16) + content[-22:])

    assert code_of(tmp_path / "a.docx") == "docx.too_large"


def test_a_directory_that_states_another_length(tmp_path: Path) -> None:
    content = bytearray(written(tmp_path / "a.docx", GOOD).read_bytes())
    content[-10:-6] = struct.pack("<L", 0xFFFFFFFF)
    (tmp_path / "a.docx").write_bytes(bytes(content))

    assert code_of(tmp_path / "a.docx") == "docx.too_large"


def test_a_comment_behind_and_letters_before_the_zip_are_legal(tmp_path: Path) -> None:
    content = written(tmp_path / "a.docx", GOOD).read_bytes()
    (tmp_path / "a.docx").write_bytes(b"PK before" + content[:-2] + struct.pack("<H", 3) + b"end")

    assert read_docx(tmp_path / "a.docx").text == "chữ"


def test_what_is_no_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.docx"
    os.mkfifo(pipe)

    assert code_of(tmp_path / "none.docx") == "docx.unreadable"
    assert code_of(tmp_path) == "docx.not_word"
    assert code_of(pipe) == "docx.not_word"


def groups(lines: int) -> str:
    vml = "urn:schemas-microsoft-com:vml"
    inner = '<v:line from="0,0" to="80pt,0"/>' * lines
    return f'<w:p xmlns:v="{vml}"><w:r><w:pict>{"<v:group>" * 200}{inner}{"</v:group>" * 200}</w:pict></w:r></w:p>'


@pytest.mark.parametrize(
    "body",
    [
        lambda: "<w:p " + " ".join(f'a{number}="1"' for number in range(900_000)) + "/>",
        lambda: "<w:p>" + "<w:r/>" * 900_000 + "</w:p>",
        lambda: PARAGRAPH * limits.PARAGRAPHS,
        lambda: groups(200_000),
        lambda: "<w:sdt><w:sdtContent>" * 120 + PARAGRAPH * 20_000 + "</w:sdtContent></w:sdt>" * 120,
    ],
)
def test_the_heaviest_bodies_take_little_time_and_memory(tmp_path: Path, body: Callable[[], str]) -> None:
    path = written(tmp_path / "a.docx", with_parts(document=document(body())))
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    code, megabytes = json.loads(ran.stdout)

    assert code in {"", "docx.too_large"}
    assert megabytes < MEGABYTES


def test_depth_that_is_legal_is_read(tmp_path: Path) -> None:
    tables = "<w:tbl><w:tr><w:tc>" * 80 + PARAGRAPH + f"{PARAGRAPH}</w:tc></w:tr></w:tbl>" * 80
    insertions = "<w:p>" + "<w:ins>" * 240 + "<w:r><w:t>y</w:t></w:r>" + "</w:ins>" * 240 + "</w:p>"
    reading = read_docx(written(tmp_path / "a.docx", with_parts(document=document(tables + insertions))))

    assert len(reading.paragraphs) == 82
    assert reading.paragraphs[0].cell is not None
    assert reading.paragraphs[0].cell.depth == 80
    assert reading.paragraphs[-1].text == "y"
