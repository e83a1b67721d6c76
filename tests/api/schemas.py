"""A small check of a value against a JSON schema: only the words that our own description uses."""

from typing import Any

Schema = dict[str, Any]
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None)}
WORDS = {
    "$ref", "additionalProperties", "const", "description", "enum", "items", "maxItems", "maxLength", "maxProperties",
    "maximum", "minLength", "minimum", "properties", "propertyNames", "required", "type",
}  # fmt: skip


def faults(value: Any, schema: Schema, whole: Schema, at: str = "$") -> list[str]:
    """Where `value` is not what `schema` says; `whole` is the document that its $ref point into."""
    if "$ref" in schema:
        return faults(value, _resolved(schema["$ref"], whole), whole, at)
    strange = [f"{at}: the schema says {word}" for word in schema.keys() - WORDS]
    return [*strange, *_plain(value, schema, at), *_inside(value, schema, whole, at)]


def _resolved(ref: str, whole: Schema) -> Schema:
    found: Any = whole
    for part in ref.removeprefix("#/").split("/"):
        found = found[part]
    return dict(found)


def _plain(value: Any, schema: Schema, at: str) -> list[str]:
    size = len(value) if isinstance(value, str | list | dict) else value
    broken = [
        "type" in schema and not _is_one_of(value, schema["type"]),
        "enum" in schema and value not in schema["enum"],
        "const" in schema and value != schema["const"],
        any(word in schema and size < schema[word] for word in ("minimum", "minLength")),
        any(word in schema and size > schema[word] for word in ("maximum", "maxLength", "maxItems", "maxProperties")),
        isinstance(value, dict) and not set(schema.get("required", [])) <= value.keys(),
    ]
    return [f"{at}: {value!r} is not {schema}"] if any(broken) else []


def _is_one_of(value: Any, types: str | list[str]) -> bool:
    named = [types] if isinstance(types, str) else types
    return any(isinstance(value, TYPES[one]) and (one == "boolean" or not isinstance(value, bool)) for one in named)


def _inside(value: Any, schema: Schema, whole: Schema, at: str) -> list[str]:
    found: list[str] = []
    if isinstance(value, list):
        for number, one in enumerate(value):
            found += faults(one, schema.get("items", {}), whole, f"{at}[{number}]")
    if isinstance(value, dict):
        for name, one in value.items():
            found += faults(name, schema.get("propertyNames", {}), whole, f"{at} name")
            found += _property(name, one, schema, whole, at)
    return found


def _property(name: str, value: Any, schema: Schema, whole: Schema, at: str) -> list[str]:
    others = schema.get("additionalProperties", {})
    meant = schema.get("properties", {}).get(name, others)
    return [f"{at}.{name} is not known"] if meant is False else faults(value, meant, whole, f"{at}.{name}")
