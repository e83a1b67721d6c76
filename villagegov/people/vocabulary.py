"""Words about persons."""

from villagegov.vocabulary import Term, _l


class Sex(Term):
    """As the identity card says."""

    MALE = "male", _l("男")
    FEMALE = "female", _l("女")
