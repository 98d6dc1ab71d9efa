"""Open data: every file is read by the program it is made for, says what the corpus says, and holds nothing else."""

import csv
import json
import re
import warnings
from pathlib import Path

import bibtexparser
import pytest
import rispy

from citing import CROSSWALK, IMPRINT, edition_of
from conftest import ROOT, edit
from diwan.exports.generate import write_exports
from diwan.exports.rows import ROWS

#: rdflib warns of what pyshacl and its own reader of JSON-LD still use.
pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")


@pytest.fixture(scope="module")
def edition():
    """The public edition of the corpus."""
    return edition_of(ROOT / "corpus")


@pytest.fixture(scope="module")
def site(edition, tmp_path_factory):
    """A folder with its open data and nothing else."""
    folder = tmp_path_factory.mktemp("data")
    write_exports(edition, folder)
    return folder


@pytest.fixture(scope="module")
def data(site):
    """The folder of the data."""
    return site / "data"


def read_json(path: Path):
    """Return the value in a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_data_package_is_valid_and_its_tables_hold_together(data):
    """Frictionless finds no fault in the description, the rows, the keys and the references between tables."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries it uses
        from frictionless import Package, system

        with system.use_context(trusted=True):
            report = Package(str(data / "datapackage.json")).validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert report.valid
    assert len(report.tasks) == sum(len(table.formats) for table in CROSSWALK.tables)
    assert (
        read_json(data / "datapackage.json")["$schema"]
        == "https://datapackage.org/profiles/2.0/datapackage.json"
    )


def test_a_damaged_table_is_noticed(data, tmp_path):
    """The same check sees a broken reference, so its silence means something."""
    import shutil

    from frictionless import Package

    copy = tmp_path / "data"
    shutil.copytree(data, copy)
    text = (copy / "codings.csv").read_text(encoding="utf-8")
    (copy / "codings.csv").write_text(
        text.replace("\naawsat-2007-saudi-asks-nato,", "\nnobody,", 1), encoding="utf-8"
    )
    assert not Package(str(copy / "datapackage.json")).validate().valid


def test_every_table_has_exactly_the_columns_that_are_documented(edition):
    """No column without a description, no description without a column; required ones are never empty."""
    assert set(ROWS) == {table.id for table in CROSSWALK.tables}
    for table in CROSSWALK.tables:
        rows = list(ROWS[table.id](edition))
        assert {name for row in rows for name in row} == {column.name for column in table.columns}, table.id
        for column in table.columns:
            assert {"en", "ar"} <= column.about.keys()
            assert not column.required or all(row.get(column.name) not in (None, "") for row in rows), (
                column.name
            )


def test_a_crosswalk_that_names_what_nobody_can_write_is_refused(project, diwan):
    """An unknown table or fact is a problem with its line and the nearest name."""
    edit(project / "corpus/fields.yml", "- id: voices", "- id: voicez")
    edit(project / "corpus/fields.yml", "- field: keywords", "- field: keyword")
    code, output = diwan("check")
    assert code == 1
    assert re.search(r"corpus/fields\.yml:\d+: error: 'tables\.\d+\.id' cannot be 'voicez'", output)
    assert "did you mean 'voices'?" in output
    assert "did you mean 'keywords'?" in output


def test_both_forms_of_a_table_say_the_same(data):
    """Cell by cell, CSV and JSON Lines agree; a table that is CSV only has no other file."""
    for table in CROSSWALK.tables:
        if "jsonl" not in table.formats:
            assert not (data / f"{table.id}.jsonl").exists()
            continue
        with (data / f"{table.id}.csv").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        lines = [
            json.loads(line) for line in (data / f"{table.id}.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        flat = [{k: _cell(v) for k, v in line.items()} for line in lines]
        assert flat == rows


def _cell(value):
    if isinstance(value, list):
        return ";".join(value)
    return (
        {None: "", True: "true", False: "false"}.get(value, str(value))
        if not isinstance(value, int) or isinstance(value, bool)
        else str(value)
    )


def test_counts_agree_in_all_formats(data, edition):
    """As many articles in tables, bibliographies and files; as many answers in tables and annotations."""
    articles = len(edition.articles)
    with (data / "articles.csv").open(encoding="utf-8", newline="") as stream:
        assert sum(1 for _ in csv.DictReader(stream)) == articles
    assert len(read_json(data / "bibliography.json")) == articles
    assert len(rispy.loads((data / "bibliography.ris").read_text(encoding="utf-8"))) == articles
    assert (
        len(bibtexparser.parse_string((data / "bibliography.bib").read_text(encoding="utf-8")).entries)
        == articles
    )
    for suffix in ("json", "ris", "bib"):
        assert len(list((data / "articles").glob(f"*.{suffix}"))) == articles
    answers = [row for row in ROWS["codings"](edition) if row["evidence"]]
    assert read_json(data / "annotations.jsonld")["total"] == len(answers)
    themes = {row["id"]: row["articles"] for row in ROWS["themes"](edition)}
    for theme, count in themes.items():
        assert len(read_json(data / f"themes/{theme}.json")) == count
        for style in ("chicago", "apa", "mla"):
            for language in ("en", "ar"):
                lines = (
                    (data / f"themes/{theme}.{style}.{language}.txt").read_text(encoding="utf-8").splitlines()
                )
                assert len(lines) == count


#: Our shapes of the integrity conditions of SKOS (https://www.w3.org/TR/skos-reference/): S9, S37 classes apart; S13
#: labels apart; S14 one preferred label a language; S27 related is not broader; S46 exact is not broad or related match.
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix s: <urn:shape:> .
s:Concept a sh:NodeShape ; sh:targetClass skos:Concept ;
  sh:not [ sh:class skos:ConceptScheme ] , [ sh:class skos:Collection ] ;
  sh:property [ sh:path skos:prefLabel ; sh:minCount 1 ; sh:uniqueLang true ; sh:disjoint skos:altLabel ] ,
    [ sh:path skos:prefLabel ; sh:disjoint skos:hiddenLabel ] ,
    [ sh:path skos:altLabel ; sh:disjoint skos:hiddenLabel ] ,
    [ sh:path skos:related ; sh:disjoint skos:broaderTransitive ; sh:class skos:Concept ] ,
    [ sh:path skos:related ; sh:disjoint skos:broader ] ,
    [ sh:path skos:exactMatch ; sh:disjoint skos:broadMatch ] ,
    [ sh:path skos:exactMatch ; sh:disjoint skos:relatedMatch ] ,
    [ sh:path skos:inScheme ; sh:minCount 1 ; sh:class skos:ConceptScheme ] ,
    [ sh:path skos:notation ; sh:minCount 1 ; sh:maxCount 1 ] .
s:Scheme a sh:NodeShape ; sh:targetClass skos:ConceptScheme ;
  sh:property [ sh:path skos:hasTopConcept ; sh:minCount 1 ; sh:class skos:Concept ] .
"""


@pytest.fixture(scope="module")
def concepts(data):
    """The concepts as a graph."""
    from rdflib import Graph

    return Graph().parse(data / "concepts.ttl", format="turtle")


def test_concepts_keep_the_integrity_conditions_of_skos(concepts):
    """SHACL finds no concept that breaks S9, S13, S14, S27, S37 or S46."""
    from pyshacl import validate

    conforms, _, text = validate(concepts, shacl_graph=SHAPES, shacl_graph_format="turtle")
    assert conforms, text


BREACHES = {
    "S9": "e:c a skos:Concept , skos:ConceptScheme .",
    "S13": 'e:c skos:prefLabel "a"@en ; skos:altLabel "a"@en .',
    "S14": 'e:c skos:prefLabel "a"@en , "b"@en .',
    "S27": "e:c skos:related e:d ; skos:broader e:d . e:d a skos:Concept .",
    "S37": "e:c a skos:Concept , skos:Collection .",
    "S46": "e:c skos:exactMatch e:d ; skos:broadMatch e:d .",
}


@pytest.mark.parametrize("condition", BREACHES)
def test_a_breach_of_each_condition_is_noticed(condition):
    """Concepts that break one condition are refused."""
    from pyshacl import validate
    from rdflib import Graph

    whole = 'e:c a skos:Concept ; skos:inScheme e:s ; skos:notation "c" . e:s a skos:ConceptScheme ; skos:hasTopConcept e:c .'
    label = "" if "prefLabel" in BREACHES[condition] else 'e:c skos:prefLabel "a"@en .'
    prefixes = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix e: <urn:e:> ."
    read = Graph().parse(data=f"{prefixes} {whole} {label}", format="turtle")
    if label:
        assert validate(read, shacl_graph=SHAPES, shacl_graph_format="turtle")[0]
    read.parse(data=f"{prefixes} {BREACHES[condition]}", format="turtle")
    assert not validate(read, shacl_graph=SHAPES, shacl_graph_format="turtle")[0]


def test_turtle_and_json_ld_hold_the_same_statements(concepts, data, edition):
    """Both forms of the concepts are one graph; every theme and entity is in it under its page's address."""
    from rdflib import RDF, SKOS, Graph, URIRef
    from rdflib.compare import isomorphic

    other = Graph().parse(data / "concepts.jsonld", format="json-ld")
    assert isomorphic(concepts, other)
    corpus = edition.library.corpus
    wanted = {IMPRINT.url(f"themes/{t}/") for t in corpus.themes} | {
        IMPRINT.url(f"entities/{e}/") for e in corpus.entities
    }
    assert {str(subject) for subject in concepts.subjects(RDF.type, SKOS.Concept)} == wanted
    atlas = concepts.value(URIRef(IMPRINT.url("themes/arab-nato/")), SKOS.notation)
    assert str(atlas) == "arab-nato"
