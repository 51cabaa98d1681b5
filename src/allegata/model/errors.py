"""What can go wrong, as a small tree of errors that tell the caller what to do.

Every error carries a stable ``code`` (``convert.pdf.encrypted``), a message that says what and
where, and a ``hint`` that says what to do next. HTTP status and exit codes belong to the edges.

>>> str(InputError("read.missing", "There is no file notes.txt.", "Check the path."))
'There is no file notes.txt. Check the path.'
"""


class AllegataError(Exception):
    """The root of all errors that Allegata raises on purpose."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.code = code
        self.message = message
        self.hint = hint


class ConfigError(AllegataError):
    """A setting, option or language pack is wrong; a person must change it."""


class InputError(AllegataError):
    """One input cannot be used; it is refused with its reason and the others go on."""


class TemporaryError(AllegataError):
    """Something outside failed for now (disk full, database busy); trying again may work."""


class StoreError(AllegataError):
    """The case file cannot be opened, is newer than this program, or does not hold together."""


class ContractError(AllegataError):
    """A stage broke a promise of the model, such as a quote that differs from its layer: a bug."""
