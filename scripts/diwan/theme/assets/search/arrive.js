/* On the page of an article: the words that a search found are marked in the passage it led to. */

const spans = (new URLSearchParams(location.search).get("mark") ?? "").split(".")
  .map((span) => span.split("-").map(Number)).filter(([start, end]) => Number.isInteger(start) && end > start);
const passage = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
if (passage && spans.length) mark(passage, spans);

/** Mark stretches of the passage's own text, counted in UTF-16 code units; the link to the passage is not part of it. */
function mark(passage, spans) {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => (node.parentElement.closest(".dw-permalink") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  });
  const nodes = [];
  let at = 0;
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: at });
    at += walker.currentNode.length;
  }
  for (const { node, start } of nodes.reverse()) {
    for (const [from, to] of [...spans].reverse()) {
      const [first, last] = [Math.max(from - start, 0), Math.min(to - start, node.length)];
      if (first >= last) continue;
      const range = document.createRange();
      range.setStart(node, first);
      range.setEnd(node, last);
      range.surroundContents(document.createElement("mark"));
    }
  }
  passage.scrollIntoView({ block: "center" });
}
