"""The way to a fact in words: "Đợt 1: kết thúc", "Kế hoạch 2023: giải pháp thực hiện, ý 6.2"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planforge.words import Words

FIRST, FURTHER = ": ", ", "
WHERE = " · "


@dataclass(frozen=True, slots=True)
class Way:
    """The parts of the way, the outermost first; `number` is that of the point it ends in ("6.2"), else empty."""

    parts: tuple[Words, ...] = ()
    number: str = ""

    def to(self, part: Words, number: str = "") -> Way:
        """The way one step further; a step without words leaves it as it is."""
        return Way((*self.parts, part), number) if part.vi else replace(self, number=number)

    def to_point(self, part: Words, position: int) -> Way:
        """The way to a point of a list, or to one below a point: 6, 6.2."""
        number = f"{self.number}.{position}" if self.number else str(position)
        parts = self.parts[:-1] if self.number else self.parts
        return Way((*parts, Words(f"{part.vi} {number}", f"{part.en} {number}")), number)

    def label(self) -> Words:
        """The way as one text in each language."""
        return Words(_joined([part.vi for part in self.parts]), _joined([part.en for part in self.parts]))


def _joined(parts: list[str]) -> str:
    if not parts:
        return ""
    text = FIRST.join(filter(None, (parts[0], FURTHER.join(parts[1:]))))
    return f"{text[0].upper()}{text[1:]}"
