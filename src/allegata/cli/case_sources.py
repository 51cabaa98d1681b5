"""Commands on the register of sources: who speaks."""

from typing import Annotated

import typer

from allegata.cli.case_options import DEFAULT_REVIEWER, CasePath, Reviewer, opened


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    sources = typer.Typer(help="The register of sources: who speaks.", no_args_is_help=True)
    sources.command(
        "add", epilog="Example: allegata source add flood-road.case watch 'The Watch' --kind ngo"
    )(source_add)
    sources.command("list", epilog="Example: allegata source list flood-road.case")(source_list)
    app.add_typer(sources, name="source")


def source_add(
    case: CasePath,
    source_id: Annotated[str, typer.Argument(metavar="ID", help="A short id, such as watch.")],
    name: Annotated[str, typer.Argument(help="The name as texts give it.")],
    kind: Annotated[str, typer.Option(help="state, ngo, media, witness, …")] = "unknown",
    party: Annotated[str | None, typer.Option(help="Party to the conflict, if any.")] = None,
    camp: Annotated[str | None, typer.Option(help="Sources of one camp count once.")] = None,
    first_hand: Annotated[bool | None, typer.Option(help="Whether it saw what it says.")] = None,
    reliability: Annotated[str | None, typer.Option(help="In the project's own scale.")] = None,
    alias: Annotated[str | None, typer.Option(help="A protected working name.")] = None,
    published_as: Annotated[
        str | None, typer.Option(help="The only name that may leave the case file.")
    ] = None,
    sensitivity: Annotated[str, typer.Option(help="open, restricted, secret")] = "restricted",
    may_publish: Annotated[bool, typer.Option(help="Whether its name may be published.")] = False,
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Add a source to the register, or replace the one of that id."""
    from allegata.model.errors import InputError
    from allegata.model.source import Source
    from allegata.model.vocabularies import Sensitivity, SourceKind

    with opened(case) as file:
        if kind not in list(SourceKind) or sensitivity not in list(Sensitivity):
            raise InputError(
                "case.source_value",
                f"There is no kind {kind} or sensitivity {sensitivity}.",
                f"Kinds: {', '.join(SourceKind)}. Sensitivity: {', '.join(Sensitivity)}.",
            )
        source = Source(
            id=source_id,
            name=name,
            kind=SourceKind(kind),
            party=party,
            camp=camp,
            first_hand=first_hand,
            reliability=reliability,
            alias=alias,
            published_as=published_as,
            sensitivity=Sensitivity(sensitivity),
            may_publish=may_publish,
        )
        file.add_source(source, reviewer=reviewer)


def source_list(case: CasePath) -> None:
    """List the register of sources."""
    with opened(case, read_only=True) as file:
        for source in file.sources():
            shown = source.published_as
            names = source.name if shown is None else f"{source.name} (published as {shown})"
            print(f"{source.id}  {source.kind.value}  {names}")
