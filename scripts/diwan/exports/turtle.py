"""Turtle (https://www.w3.org/TR/turtle/) of what is described in JSON-LD."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from rdflib.term import Node

Context = Mapping[str, Any]


def turtle(described: Sequence[Mapping[str, Any]], context: Context) -> str:
    """Return what is *described* in JSON-LD with this *context* as Turtle."""
    graph = Graph()
    graph.bind("skos", SKOS)
    graph.bind("dcterms", DCTERMS)
    for one in described:
        subject = URIRef(one["id"])
        graph.add((subject, RDF.type, SKOS[one["type"]]))
        for term, value in one.items():
            if term not in ("id", "type"):
                for node in _nodes(context, term, value):
                    graph.add((subject, _property(context, term), node))
    return str(graph.serialize(format="turtle"))


def _property(context: Context, term: str) -> URIRef:
    meant = context[term]
    prefix, _, name = (meant["@id"] if isinstance(meant, dict) else meant).partition(":")
    return URIRef(f"{context[prefix]}{name}")


def _nodes(context: Context, term: str, value: Any) -> Iterator[Node]:
    meant = context[term]
    if isinstance(value, dict):
        for language, texts in value.items():
            for text in texts if isinstance(texts, list) else [texts]:
                yield Literal(text, lang=language)
    elif isinstance(meant, dict):
        for address in value if isinstance(value, list) else [value]:
            yield URIRef(address)
    else:
        yield Literal(value)
