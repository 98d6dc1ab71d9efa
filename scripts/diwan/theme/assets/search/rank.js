/* Ranking, fair across languages: how much of what was asked for an article says, not how its language compares. */

/**
 * Return the articles found, best first. The score is the mean of how strongly each part of the query stands in the
 * article, each part weighing as much as it is rare among the articles of the same language: so it lies between 0
 * and 1 in every language, and a language with few articles neither leads nor trails because of that.
 */
export function ranked(index, tree, articles, order) {
  const newest = (one, other) => index.rank[one] - index.rank[other];
  if (order === "newest") return [...articles].sort(newest);
  if (order === "oldest") return [...articles].sort((one, other) => newest(other, one));
  const score = scorer(index, tree);
  const scores = new Map(articles.map((article) => [article, score(article)]));
  return [...articles].sort((one, other) => scores.get(other) - scores.get(one) || newest(one, other));
}

function scorer(index, tree) {
  const column = index.columns.get("language");
  const sizes = new Float64Array(column.values.length);
  for (let article = 0; article < index.size; article += 1) sizes[column.of(article)[0]] += 1;
  const rarities = new Map();

  function rarity(node, language) {
    if (!rarities.has(node)) {
      const found = new Float64Array(column.values.length);
      node.hits.forEach((hit, article) => {
        if (hit) found[column.of(article)[0]] += 1;
      });
      rarities.set(node, found.map((count, number) => Math.log(1 + (sizes[number] - count + 0.5) / (count + 0.5))));
    }
    return rarities.get(node)[language];
  }

  /** Return value and weight of a node for an article. */
  function weigh(node, article, language) {
    if (node.all) {
      const parts = node.all.map((part) => weigh(part, article, language));
      return parts.reduce(([value, weight], part) => [value + part[0], weight + part[1]], [0, 0]);
    }
    if (node.any) {
      return node.any.map((part) => weigh(part, article, language)).reduce((best, part) => (part[0] > best[0] ? part : best));
    }
    if (!node.strength) return [0, 0];
    const weight = rarity(node, language);
    return [weight * node.strength[article], weight];
  }

  return (article) => {
    const [value, weight] = weigh(tree, article, column.of(article)[0]);
    return weight ? value / weight : 0;
  };
}
