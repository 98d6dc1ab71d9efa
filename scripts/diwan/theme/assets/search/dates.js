/* Dates as the pages write them: EDTF in words, with its doubts (diwan/pages/interface.py). */

/** Return a date in words; *say* has those of the interface, *language* is its tag. */
export function dateInWords(edtf, say, language) {
  if (edtf === "unknown") return say("date.unknown");
  if (edtf.startsWith("[")) {
    const [start, end] = edtf.slice(1, -1).split("..");
    return between("date.choice", "date.later", "date.earlier", start, end);
  }
  if (edtf.includes("/")) {
    const [start, end] = edtf.split("/");
    return between("date.span", "date.since", "date.until", start, end);
  }
  return doubted(edtf);

  function between(both, since, until, start, end) {
    const [from, to] = [start, end].map((point) => (point && point !== ".." ? doubted(point) : ""));
    if (from && to) return say(both, { start: from, end: to });
    return from ? say(since, { start: from }) : say(until, { end: to });
  }

  function doubted(point) {
    const sure = point.replace(/[~?%]$/, "");
    const shown = pointInWords(sure, language);
    return sure === point ? shown : say("date.doubtful", { date: shown });
  }
}

function pointInWords(point, language) {
  const [year, month, day] = point.split("-").map(Number);
  if (!month) return String(year);
  const parts = { year: "numeric", month: "long", ...(day ? { day: "numeric" } : {}) };
  const locale = language === "ar" ? "ar-u-nu-latn" : "en-GB";
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).format(new Date(Date.UTC(year, month - 1, day || 1)));
}
