"""What a new workspace starts with: fictional data, and the project's templates."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def starter_data() -> Path:
    """The folder of the example's data."""
    return HERE / "data"


def starter_templates() -> Path:
    """The templates: inside an installed package, or those of the checkout the program runs from."""
    packaged = HERE / "templates"
    return packaged if packaged.is_dir() else HERE.parents[2] / "templates"
