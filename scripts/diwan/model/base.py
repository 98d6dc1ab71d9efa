"""What every value of the corpus shares: frozen, closed to unknown keys, ids that are stable addresses."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from diwan.model.hidden import HIDDEN
from diwan.model.hosts import plain

#: An id is part of a permanent address: ASCII, so that no script, path or encoding can alter it.
ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
#: Characters; 80 keeps `articles/<id>/index.html` below every file system's and archive's limit.
ID_MAX_LENGTH = 80

Id = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}$", max_length=ID_MAX_LENGTH)]
#: A BCP 47 language tag, as far as the corpus needs them: `en`, `ar`, `zh-hant`.
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$")]
#: One line of text for people to read.
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, pattern=rf"^[^\n\r\t{HIDDEN}]*$")
]
#: Text that may run over several lines in the file; white space is folded when shown.
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=rf"^[^{HIDDEN}]*$")]
URL_PATTERN = rf"https?://[^\s<>\"{HIDDEN}]+"
#: A web address. Only http and https ever become links, and hosts are in ASCII.
Url = Annotated[str, StringConstraints(pattern=rf"^{URL_PATTERN}$"), AfterValidator(plain)]
#: The same text in several languages, by language tag.
Multilingual = dict[Language, Prose]


class Value(BaseModel):
    """A value of the corpus: what it does not know is an error, and nobody changes it later."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    def __reduce__(self) -> tuple[object, ...]:
        """Let what is remembered be loaded in two thirds of the time: values have neither further fields nor private ones."""
        return _revived, (type(self), self.__dict__, self.__pydantic_fields_set__)


def _revived(kind: type[Value], fields: dict[str, Any], given: set[str]) -> Value:
    """Return the value of a *kind* that was pickled."""
    value = kind.__new__(kind)
    for name, content in (
        ("__dict__", fields),
        ("__pydantic_fields_set__", given),
        ("__pydantic_extra__", None),
        ("__pydantic_private__", None),
    ):
        object.__setattr__(value, name, content)
    return value
