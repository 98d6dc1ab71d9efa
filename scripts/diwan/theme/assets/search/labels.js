/* What the values of columns are called in the language of the interface. */

/** Return functions that name facets and their values. */
export function labeller(index, say, ui) {
  const place = ui === "ar" ? 1 : 0;

  function valueLabel(name, number) {
    const column = index.columns.get(name);
    const id = column.values[number];
    if (name === "country" && (id === "XX" || id === "ZZ")) return say(`country.${id}`);
    if (name === "kind") return say(`kind.${id}`);
    if (name === "access" || name === "read") return say(`${name}.${id}`);
    if (id === "not-coded") return say("stance.not-coded");
    return column.labels?.[number]?.[place] || id;
  }

  return {
    facet: (name) => (name.startsWith("stance:") ? index.columns.get(name).question[place] : say(`field.${name}`)),
    value: valueLabel,
    of: (name, article) => [...index.columns.get(name).of(article)].map((number) => valueLabel(name, number)),
    byId: (name, id) => {
      const number = index.columns.get(name)?.values.indexOf(id) ?? -1;
      return number < 0 ? id : valueLabel(name, number);
    },
  };
}
