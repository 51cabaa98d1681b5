"""What `read` and `add` let a person say of their inputs: options, and what is made of them."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from allegata.runners.inputs import InputOptions

MediaType = Annotated[str | None, typer.Option(help="Say what the inputs are instead of sniffing.")]
Language = Annotated[
    str | None, typer.Option(help="Say the language (en, ar, fr …) instead of detecting it.")
]
Published = Annotated[
    str | None, typer.Option(help="The day on which the inputs were published, YYYY-MM-DD.")
]
Country = Annotated[
    str | None, typer.Option(help="The country that the inputs are about, such as SY.")
]
TextField = Annotated[str | None, typer.Option(help="Column of a table that has the text.")]
IdField = Annotated[str | None, typer.Option(help="Column that has a row's id.")]
PublishedField = Annotated[str | None, typer.Option(help="Column with the day.")]
LanguageField = Annotated[str | None, typer.Option(help="Column with the language.")]
CountryField = Annotated[str | None, typer.Option(help="Column with the country.")]
SkipRows = Annotated[
    int, typer.Option(min=0, help="Pass over so many first rows of each table: they were read.")
]


def input_options(
    told: tuple[str | None, str | None, str | None, str | None],
    fields: tuple[str | None, str | None, str | None, str | None, str | None],
) -> "InputOptions":
    """Return the options of a run.

    Args:
        told: media type, language, publication day and country of all inputs.
        fields: columns of text, id, publication day, language and country of tables.
    """
    from allegata.runners.inputs import InputOptions
    from allegata.stages.acquire.columns import TableFields
    from allegata.stages.acquire.source import Told

    media_type, language, published, country = told
    return InputOptions(
        Told(media_type=media_type, language=language, published=published, country=country),
        TableFields(*fields),
    )
