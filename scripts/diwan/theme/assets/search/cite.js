/* Citations on a page: buttons that copy, and the passage the reader has chosen named in what is copied or saved. */

import { speaker } from "./dom.js";
import { said } from "./said.js";

const boxes = document.querySelectorAll(".dw-cite");
const say = speaker(said[document.documentElement.lang]);

/** The id of the passage in the address, or nothing. */
function chosen() {
  const id = decodeURIComponent(location.hash.slice(1));
  return /^[a-z]+(-[a-z0-9]+)*[0-9]+[a-z]?$/.test(id) && document.getElementById(id)?.closest(".dw-reading") ? id : "";
}

/** Name the passage of the address in the citations of this page; they alone have a place for it. */
function name() {
  const id = chosen();
  for (const box of boxes) {
    for (const place of box.querySelectorAll("[data-cite=passage]")) {
      place.textContent = id && say("cite.passage", { id });
      const address = place.parentElement.querySelector("[data-cite=address]");
      address.textContent = address.textContent.split("#")[0] + (id && `#${id}`);
    }
  }
}

/** The file behind a link; where a passage is chosen, the address of this page in it leads there. */
async function fileOf(link, box) {
  const text = await (await fetch(link.href)).text();
  const id = chosen();
  if (!id) return text;
  const page = box.querySelector("[data-cite=passage]").parentElement.querySelector("[data-cite=address]").textContent.split("#")[0];
  if (!link.href.endsWith(".bib")) return text.replaceAll(page, `${page}#${id}`);
  const escaped = page.replace(/[_%&#$]/g, "\\$&");
  return text.replaceAll(`${escaped}}`, `${escaped}\\#${id}}`);
}

/** Copy a text, and say so on the button. */
async function copy(button, text) {
  try {
    await navigator.clipboard.writeText(await text());
    button.textContent = say("cite.copied");
  } catch {
    button.textContent = say("cite.failed");
  }
  // Milliseconds; long enough to read a few words.
  setTimeout(() => { button.textContent = say("cite.copy"); }, 2500);
}

/** Hand a file to the reader. */
function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  // Milliseconds; the browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function button(what, text) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "dw-copy";
  made.textContent = say("cite.copy");
  made.title = what;
  made.setAttribute("aria-live", "polite");
  made.addEventListener("click", () => copy(made, text));
  return made;
}

for (const box of boxes) {
  for (const cited of box.querySelectorAll(".dw-citations dd")) {
    const text = () => [...cited.childNodes].filter((node) => node.nodeName !== "BUTTON").map((node) => node.textContent).join("").trim();
    cited.append(" ", button(cited.previousElementSibling.textContent, text));
  }
  for (const link of box.querySelectorAll("a[download]")) {
    link.after(" ", button(link.textContent, () => fileOf(link, box)));
    link.addEventListener("click", async (event) => {
      const id = chosen();
      if (!id) return;
      event.preventDefault();
      const [stem, ending] = link.href.split("/").pop().split(/\.(?=[a-z]+$)/);
      save(`${stem}-${id}.${ending}`, await fileOf(link, box));
    });
  }
}
addEventListener("hashchange", name);
name();
