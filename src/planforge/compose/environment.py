"""The Jinja environment of a paper: sandboxed, literal, and aware of where its words come from.

Three things differ from stock Jinja. Values are printed by our printer, which escapes Markdown (Jinja's own escaping
is HTML's, so every filter and operator that would apply it is absent). Undefined names are findings with a place, all
of them in one run. Template text carries marks that say which line it stands on.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import FrameType
from typing import Any

from jinja2 import BytecodeCache, DictLoader, TemplateSyntaxError, Undefined, pass_context
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing
from markupsafe import Markup

from planforge import vietnamese
from planforge.compose.blanks import Absent
from planforge.compose.citations import Citations
from planforge.compose.facts import member, members
from planforge.compose.filters import KEPT_FILTERS, OWN_FILTERS, OWN_TESTS
from planforge.compose.printing import Printer, UnprintableError
from planforge.compose.templates import INTERCEPTED_OPERATORS, KEPT_GLOBALS, syntax_finding, word_span
from planforge.compose.time_limit import time_limit
from planforge.diagnostics import Diagnostic, Span
from planforge.model.fields import Prose
from planforge.source import Text
from planforge.spelling import nearest
from planforge.workspace import TEMPLATES

# What opens a block in Markdown must stay in front, else a mark would turn it into a paragraph.
BLOCK_OPENING = re.compile(r"\s*(?:(?:[-*+]|\d+[.)]|#{1,6}|>)\s+)*\|?\s*")
# A stranger's template must not hold up a job; ours take milliseconds.
SECONDS = 10
UNMARKED_LINE = re.compile(r"\s*(:::|```|~~~|[|:\s-]+$|([-*_]\s*){3,}$)")


class MarkedLines(Extension):
    """Puts a mark of its line in front of every stretch of template text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Mark the text tokens; a value that a line starts with marks its line itself when it is printed."""
        environment = self.environment
        for token in stream:
            if token.type == "data" and isinstance(environment, PaperEnvironment):
                lines = enumerate(token.value.split("\n"), token.lineno)
                marked = [environment.mark_line(line, stream.name or "", number) for number, line in lines]
                yield Token(token.lineno, "data", "\n".join(marked))
            else:
                yield token


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """Renders the templates of one paper with its facts; `findings` collects what goes wrong on the way."""

    # Intercepting also keeps Jinja from computing constants while compiling, where no limit holds.
    intercepted_binops = INTERCEPTED_OPERATORS

    def __init__(
        self,
        templates: Mapping[str, str],
        printer: Printer,
        values: Mapping[str, Any],
        cache: BytecodeCache | None = None,
    ) -> None:
        self.printer = printer
        self.sources = dict(templates)
        self.findings = printer.findings
        super().__init__(
            loader=DictLoader(self.sources),
            bytecode_cache=cache,
            autoescape=True,
            finalize=self.print_value,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=self._undefined_type(),
            extensions=[MarkedLines],
        )
        self.filters = (
            {name: self.filters[name] for name in KEPT_FILTERS}
            | OWN_FILTERS
            | {
                "joined": self._joined,
                "upper": partial(self._cased, str.upper),
                "lower": partial(self._cased, str.lower),
            }
        )
        self.tests = self.tests | OWN_TESTS
        self.globals = {name: self.globals[name] for name in KEPT_GLOBALS} | dict(printer.facts) | dict(values)

    def render(self, name: str) -> str:
        """The words of a template; what goes wrong is reported, and the words are then not to be used."""
        try:
            with time_limit(SECONDS):
                return self._render(name)
        except TimeoutError:
            self.findings.append(Diagnostic("template.too_long", self.span(name, 1), {"seconds": SECONDS}))
            return ""

    def _render(self, name: str) -> str:
        try:
            template = self.get_template(name)
            # Not `render`: it would rewrite the traceback that tells the line of a failure.
            return "".join(template.root_render_func(template.new_context()))
        except TemplateSyntaxError as error:
            self.findings.append(syntax_finding(error, name, self.sources.get(error.name or name, "")))
        except RecursionError as error:
            self.findings.append(Diagnostic("template.endless", self._failed_line(name, error)))
        except (TimeoutError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001  # a template can fail in any way Python can: it is the author's mistake, not ours
            self.findings.append(Diagnostic("template.failed", self._failed_line(name, error), {"problem": str(error)}))
        return ""

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Numbers may be added; printed words may not: the other side would be escaped as HTML, not as Markdown."""
        if isinstance(left, Markup) or isinstance(right, Markup):
            self.report("template.joined_words")
            return Markup("")
        numbers = isinstance(left, int) and isinstance(right, int)
        if operator == "**" or (operator in "*%" and not numbers):
            self.report("template.no_such_operator", operator=operator)
            return 0
        return super().call_binop(context, operator, left, right)

    @pass_context
    def print_value(self, _context: Context | None, value: Any) -> Markup:
        """Every value that a template prints passes here.

        It asks for the context only to be called while rendering: Jinja would print constants while compiling.
        """
        if isinstance(value, Markup):
            return value
        if isinstance(value, Undefined):
            return Markup(str(value))
        try:
            words = self.printer.text(value)
            return Markup(f"{self.mark_here()}{words}")
        except UnprintableError as problem:
            self.report(problem.code, **problem.values)
            return Markup("")

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Only fields of records and keys of mappings can be reached, never a method."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A field, a key, or a place in a list."""
        if isinstance(obj, Undefined):
            return obj
        if isinstance(obj, list | tuple) and isinstance(argument, int):
            return obj[argument] if -len(obj) <= argument < len(obj) else self.undefined(obj=obj, name=str(argument))
        if isinstance(obj, LoopContext | Namespace) or type(obj).__name__ == "TemplateModule":
            return super().getattr(obj, str(argument))
        try:
            return member(obj, str(argument))
        except (KeyError, AttributeError):
            return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, the citations and the kept globals: nothing else can be called."""
        return isinstance(obj, Macro | Citations | Undefined) or obj in [self.globals[name] for name in KEPT_GLOBALS]

    def report(self, code: str, **values: object) -> None:
        """Add a finding at the template line that is being rendered."""
        finding = Diagnostic(code, self.current_line(str(values.get("name", "")).rsplit(".", 1)[-1]), values)
        if finding not in self.findings:
            self.findings.append(finding)

    def current_line(self, word: str = "") -> Span:
        """The innermost template line on Python's stack, with the column of a word where it stands there."""
        name, line = self._here()
        return self.span(name, line, word) if name else Span(TEMPLATES)

    def mark_here(self) -> str:
        """The mark of the template line that is being rendered."""
        name, line = self._here()
        return self.printer.marks.at_line(name, line) if name else ""

    def _here(self) -> tuple[str, int]:
        frame: FrameType | None = sys._getframe()
        while frame is not None:
            scope = frame.f_globals
            if "debug_info" in scope and scope.get("environment") is self:
                name = str(scope["name"])
                return name, self.get_template(name).get_corresponding_lineno(frame.f_lineno)
            frame = frame.f_back
        return "", 0

    def span(self, name: str, line: int, word: str = "") -> Span:
        """The place of a word in a line of a template, or of the line."""
        return word_span(name, self.sources.get(name, ""), line, word)

    def _failed_line(self, name: str, error: Exception) -> Span:
        trace = error.__traceback__
        found = self.span(name, 1)
        while trace is not None:
            scope = trace.tb_frame.f_globals
            if scope.get("environment") is self and "debug_info" in scope:
                template = str(scope["name"])
                found = self.span(template, self.get_template(template).get_corresponding_lineno(trace.tb_lineno))
            trace = trace.tb_next
        return found

    def mark_line(self, line: str, name: str, number: int) -> str:
        """A line of template text with its mark; blank lines and fences stay as they are."""
        opening = BLOCK_OPENING.match(line)
        position = opening.end() if opening else 0
        if UNMARKED_LINE.match(line) or not line[position:].strip():
            return line
        mark = self.printer.marks.at_line(name, number)
        return f"{line[:position]}{mark}{line[position:]}"

    def _cased(self, change: Callable[[str], str], value: Any) -> Any:
        """A text in other letters; anything else is printed first, so that only words can come out."""
        if isinstance(value, Prose | Text) and change is str.upper:
            return value.upper()
        if isinstance(value, str):
            return Markup(change(value)) if isinstance(value, Markup) else change(value)
        return Markup(change(str(self.print_value(None, value))))

    def _joined(self, values: Any) -> Markup:
        if isinstance(values, Absent):
            return self.print_value(None, values)
        return Markup(vietnamese.joined([self.print_value(None, value) for value in values]))

    def _undefined_type(self) -> type[Undefined]:
        environment = self

        class RecordedUndefined(Undefined):
            """A name that leads nowhere: reported where it is used, then empty, so that the run goes on."""

            __slots__ = ()

            def _record(self, *_arguments: Any, **_named: Any) -> Any:
                known = list(environment.globals) if self._undefined_obj is missing else members(self._undefined_obj)
                name = str(self._undefined_name)
                environment.report("template.unknown_name", name=name, guess=nearest(name, known))
                return self

            def __str__(self) -> str:
                self._record()
                return ""

            def __iter__(self) -> Iterator[Any]:
                self._record()
                return iter(())

            def __bool__(self) -> bool:
                self._record()
                return False

            def __len__(self) -> int:
                self._record()
                return 0

            __call__ = __getitem__ = __add__ = __radd__ = __sub__ = __rsub__ = __lt__ = __le__ = __gt__ = __ge__ = (
                _record
            )

            def __getattr__(self, name: str) -> Any:
                # Jinja and Python look for marks of their own on anything that is called or printed.
                if name.startswith(("__", "jinja_")):
                    raise AttributeError(name)
                return self._record()

            def __eq__(self, _other: object) -> bool:
                self._record()
                return False

            def __hash__(self) -> int:
                return id(self)

            __call__ = __getitem__ = __add__ = __radd__ = __sub__ = __rsub__ = _record
            __lt__ = __le__ = __gt__ = __ge__ = _record

        return RecordedUndefined
