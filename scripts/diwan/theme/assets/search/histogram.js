/* Years: a bar for each, dragged over with the pointer, or chosen from two lists with the keyboard. */

import { make } from "./dom.js";

const HEIGHT = 56;
const BAR = 10;

/** Return the histogram of the years of what was found. */
export function histogram(found, { state, say, change }) {
  const column = found.index.columns.get("year");
  const counts = found.counts.get("year");
  const counted = column.values.map(Number).filter((_, number) => counts[number]);
  const chosen = state.chosen.year?.[0]?.split("..").map(Number);
  const [first, last] = [Math.min(...counted, chosen?.[0] ?? Infinity), Math.max(...counted, chosen?.at(-1) ?? -Infinity)];
  const years = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  const countOf = (year) => counts[column.values.indexOf(String(year))] ?? 0;
  const bars = drawing(years, countOf, chosen, say("search.year.chart", { unit: say(`unit.${state.count}`) }));
  draggable(bars, years, (from, to) => change({ chosen: { ...state.chosen, year: [`${from}..${to}`] } }));

  const select = (label, value, apply) => make("label", {}, label, " ", make("select", { onchange: (event) => apply(Number(event.target.value)) },
    years.map((year) => make("option", { value: year, selected: year === value }, String(year)))));
  const [from, to] = [chosen?.[0] ?? first, chosen?.at(-1) ?? last];
  const choose = (start, end) => change({ chosen: { ...state.chosen, year: [`${Math.min(start, end)}..${Math.max(start, end)}`] } });
  return make("div", { class: "dw-years" }, bars,
    make("p", { class: "dw-years__ends" },
      select(say("search.year.from"), from, (year) => choose(year, Math.max(year, to))),
      select(say("search.year.to"), to, (year) => choose(Math.min(from, year), year))));
}

function drawing(years, countOf, chosen, name) {
  const most = Math.max(1, ...years.map(countOf));
  const picture = svg("svg", {
    class: "dw-years__bars", viewBox: `0 0 ${years.length * BAR} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", direction: "ltr",
    "aria-label": `${name}: ${years.filter(countOf).map((year) => `${year} (${countOf(year)})`).join(", ")}`,
  });
  years.forEach((year, place) => {
    const height = countOf(year) ? Math.max(2, (countOf(year) / most) * (HEIGHT - 4)) : 0.8;
    const inside = !chosen || (year >= chosen[0] && year <= chosen.at(-1));
    const bar = svg("rect", { x: place * BAR + 1, y: HEIGHT - height, width: BAR - 2, height, class: inside ? "dw-years__bar" : "dw-years__bar dw-years__bar--out", "data-year": year, "data-count": countOf(year) });
    bar.append(svg("title", {}, `${year}: ${countOf(year)}`));
    picture.append(bar);
  });
  return picture;
}

function draggable(picture, years, choose) {
  let start = null;
  const yearAt = (event) => {
    const box = picture.getBoundingClientRect();
    const share = Math.min(0.999, Math.max(0, (event.clientX - box.left) / box.width));
    return years[Math.floor(share * years.length)];
  };
  const show = (from, to) => {
    for (const bar of picture.querySelectorAll("rect")) {
      const year = Number(bar.dataset.year);
      bar.classList.toggle("dw-years__bar--out", year < Math.min(from, to) || year > Math.max(from, to));
    }
  };
  picture.addEventListener("pointerdown", (event) => {
    start = yearAt(event);
    picture.setPointerCapture(event.pointerId);
    show(start, start);
    event.preventDefault();
  });
  picture.addEventListener("pointermove", (event) => start !== null && show(start, yearAt(event)));
  picture.addEventListener("pointerup", (event) => {
    if (start === null) return;
    const end = yearAt(event);
    choose(Math.min(start, end), Math.max(start, end));
    start = null;
  });
  picture.addEventListener("pointercancel", () => (start = null));
}

function svg(tag, attributes, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
