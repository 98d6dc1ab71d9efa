/* Citations on a page: buttons that copy, and the passage the reader has chosen named in what is copied. */

const boxes = document.querySelectorAll("[data-dw=cite]");

/** Name the passage of the address in the citations of this page; its own citations alone have a place for it. */
function choose() {
  const id = decodeURIComponent(location.hash.slice(1));
  const passage = /^[a-z]+(-[a-z0-9]+)*[0-9]+[a-z]?$/.test(id) && document.getElementById(id)?.closest(".dw-reading");
  for (const box of boxes) {
    for (const place of box.querySelectorAll("[data-cite=passage]")) {
      place.textContent = passage ? box.dataset.passage.replace("{id}", id) : "";
      const address = place.parentElement.querySelector("[data-cite=address]");
      address.textContent = address.textContent.split("#")[0] + (passage ? `#${id}` : "");
    }
  }
}

/** Copy *text*, and say so on the button. */
async function copy(button, text, box) {
  try {
    await navigator.clipboard.writeText(await text());
    button.textContent = box.dataset.copied;
  } catch {
    button.textContent = box.dataset.failed;
  }
  // Milliseconds; long enough to read two words.
  setTimeout(() => { button.textContent = box.dataset.copy; }, 2000);
}

function button(box, text) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "dw-copy";
  made.textContent = box.dataset.copy;
  made.setAttribute("aria-live", "polite");
  made.addEventListener("click", () => copy(made, text, box));
  return made;
}

for (const box of boxes) {
  for (const cited of box.querySelectorAll("[data-dw=citation]")) {
    const text = () => [...cited.childNodes].filter((node) => node.nodeName !== "BUTTON").map((node) => node.textContent).join("");
    cited.append(" ", button(box, () => text().trim()));
  }
  for (const link of box.querySelectorAll("a[download]")) {
    link.after(" ", button(box, async () => (await fetch(link.href)).text()));
  }
}
addEventListener("hashchange", choose);
choose();
