"""Column types every model uses: 64-bit keys, aware UTC times, word lists by value, a version that guards a row."""

import enum
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
    DateTime,
    Dialect,
    Enum,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, registry
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

Key = BigInteger().with_variant(Integer, "sqlite")
#: Text compared byte by byte on both databases, so that a range finds a prefix.
Ordered = String(200).with_variant(String(200, collation="C"), "postgresql")


class UTCDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC; a naive one is refused (rulebook A-07)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class days_between(FunctionElement[int]):  # noqa: N801 # written like the functions of SQL
    """SQL: whole days from the first of two date columns to the second."""

    inherit_cache = True
    type = Integer()


@compiles(days_between)
def _days(element: days_between, compiler: SQLCompiler, **more: Any) -> str:
    first, second = (compiler.process(one, **more) for one in element.clauses)
    return f"({second} - {first})"


@compiles(days_between, "sqlite")
def _days_in_sqlite(element: days_between, compiler: SQLCompiler, **more: Any) -> str:
    first, second = (compiler.process(one, **more) for one in element.clauses)
    return f"CAST(julianday({second}) - julianday({first}) AS INTEGER)"


#: Every word list is stored by value, with a named CHECK.
WORDS = Enum(
    enum.Enum,
    native_enum=False,
    create_constraint=True,
    length=40,
    values_callable=lambda members: [member.value for member in members],
)

id_key = Annotated[int, mapped_column(Key, primary_key=True)]
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
TYPES: dict[Any, Any] = {
    int: Key,
    str: Text(),
    bytes: LargeBinary(),
    date: Date(),
    datetime: UTCDateTime(),
    enum.Enum: WORDS,
    dict[str, Any]: JSON(),
    list[Any]: JSON(),
}


class Model(DeclarativeBase):
    """The base of all models."""

    registry: ClassVar[registry] = registry(metadata=MetaData(naming_convention=NAMES), type_annotation_map=TYPES)


class Versioned:
    """A row that two people may edit: each save raises its version, a save from an older one is refused."""

    @declared_attr
    def version(cls) -> Mapped[int]:
        return mapped_column(Integer, nullable=False, server_default="1")

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}
