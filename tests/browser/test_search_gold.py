"""The gold set in a real browser: what is found, in which order, with which counts, judged on the corpus's own files."""

from collections import Counter

import pytest

from search.judge import Query, articles, gold, may_find, must_find, plain

#: What a query finds: the ids in order, and the count of every value of every facet.
SEARCH_ALL = """async ([queries, chosen]) => {
  const { default: scripts } = await import(new URL("../assets/search.js", location.href));
  const [{ search }, { openIndex }] = [scripts["search.js"], scripts["index.js"]];
  const index = await openIndex();
  const ids = await Promise.all(Array.from({ length: index.size }, async (_, n) => (await index.fragment(n)).id));
  const answers = [];
  for (const query of queries) {
    const found = await search(query, { chosen });
    const counts = {};
    for (const [name, column] of index.columns) {
      counts[name] = Object.fromEntries(column.values.map((id, n) => [id, found.counts.get(name)[n]]).filter((pair) => pair[1]));
    }
    answers.push({ found: found.articles.map((article) => ids[article]), counts });
  }
  return answers;
}"""
FACETS = ("outlet", "country", "language", "theme", "kind", "read", "year", "differ")
RECALL_MIN = 0.98
#: Queries about words that only the texts of the five core articles have.
PRIVATE = (
    Query("السوفيتي", ("~سوفيتي",), "/سوفيت/", ()),
    Query("القرصنة", ("~قرصنه",), "/قرصن/", ()),
    Query('"حلف وارسو"', (r"/(?<!\\w)[وف]?[بكل]?(?:ال)?حلف\s+(?:ال)?وارسو(?!\\w)/",), "", ()),
    Query("أوكرانيا", ("~اوكرانيا",), "/اوكراني/", ()),
    Query('"الولايات المتحدة"', (r"/(?<!\\w)[وف]?[بكل]?(?:ال|لل)?ولايات\s+(?:ال)?متحده(?!\\w)/",), "", ()),
    Query("وألمانيا", ("~المانيا",), "/المان/", ()),
    Query("Larijani lang:en", ("=larijani",), "", ("language=en",)),
    Query("nato -iran", ("=nato", "!=iran"), "", ()),
)


@pytest.fixture(scope="module")
def answers(browser, public) -> dict[str, dict]:
    """What every query of the gold set finds in the public edition."""
    return ask(browser, public, [query.text for query in gold()])


def ask(browser, site, queries, chosen=None) -> dict[str, dict]:
    """Return what each of *queries* finds in a site."""
    page = browser.new_page()
    page.goto(f"{site}search/")
    found = dict(zip(queries, page.evaluate(SEARCH_ALL, [queries, chosen or {}]), strict=True))
    page.close()
    return found


def judge(queries, answers, corpus) -> tuple[float, list[str], list[str]]:
    """Return the recall over all queries, what was missed, and what was found without any of the words asked for."""
    wanted = found = 0
    missed, wrong = [], []
    for query in queries:
        must, got = must_find(query, corpus), set(answers[query.text]["found"])
        wanted += len(must)
        found += len(must & got)
        missed += [f"{query.text}: {ident}" for ident in sorted(must - got)]
        wrong += [f"{query.text}: {ident}" for ident in sorted(got) if not may_find(query, corpus[ident])]
    return found / wanted, missed, wrong


def test_the_gold_set_is_large_and_finds_something():
    """There are at least 150 queries, and nearly all have something to find."""
    assert len(gold()) >= 150
    assert sum(bool(must_find(query, articles())) for query in gold()) >= 150


def test_what_must_be_found_is_found_and_nothing_else(answers):
    """Recall of at least 0.98, and no article without any of the words or concepts asked for."""
    recall, missed, wrong = judge(gold(), answers, articles())
    assert recall >= RECALL_MIN, missed
    assert wrong == []


def test_the_texts_of_the_private_edition_are_found(browser, private, sources):
    """In the private edition the words of the articles themselves are found."""
    corpus = articles(sources)
    answers = ask(browser, private, [query.text for query in PRIVATE])
    recall, missed, wrong = judge(PRIVATE, answers, corpus)
    assert (recall, missed, wrong) == (1, [], [])


def test_facets_count_exactly(answers):
    """For every query each value of each facet has the count that one gets by counting."""
    assert [q for q, answer in answers.items() if answer["counts"] != counted(answer["found"], answer)] == []


def test_chosen_values_narrow_all_counts_but_their_own(browser, public):
    """With Arabic chosen, other facets count Arabic articles; languages go on counting all."""
    queries = ["nato", '"islamic nato"', "الأمن"]
    free, narrowed = ask(browser, public, queries), ask(browser, public, queries, {"language": ["ar"]})
    for query in queries:
        arabic = [i for i in free[query]["found"] if articles()[i].values["language"] == {"ar"}]
        assert set(narrowed[query]["found"]) == set(arabic)
        expected = counted(arabic, narrowed[query]) | {"language": free[query]["counts"]["language"]}
        assert narrowed[query]["counts"] == expected


def counted(found, answer) -> dict[str, dict[str, int]]:
    """Return the counts of the articles *found*, made from their own files."""
    names = [*FACETS, *(name for name in answer["counts"] if name.startswith("stance:"))]
    values = {name: Counter(value for i in found for value in articles()[i].values[name]) for name in names}
    return {**{name: dict(count) for name, count in values.items()}, "access": answer["counts"]["access"]}


@pytest.mark.parametrize("query", ["أمن", "الأمن", "إسلامي", "تعاون", "مبادرة", "alliance", "exercises"])
def test_what_is_written_exactly_so_comes_first(query, answers, browser, public):
    """An article that has the word as it was typed stands above every one that has other forms only."""
    found = (answers.get(query) or ask(browser, public, [query])[query])["found"]
    exact = [f" {plain(query)} " in " ".join(["", *split(articles()[ident].text), ""]) for ident in found]
    assert any(exact)
    assert exact == sorted(exact, reverse=True)


def split(text: str) -> list[str]:
    """Return the words of a text in the judge's letters."""
    return "".join(c if c.isalnum() else " " for c in text).split()
