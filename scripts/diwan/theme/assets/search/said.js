/* What scripts say on every page, by language: where they are joined, the words of the interface stand here. */

export const said = {};
