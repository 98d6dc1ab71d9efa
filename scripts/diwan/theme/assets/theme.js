/* Before anything is drawn: the reader's own choice of light or dark, if there is one. */
try {
  const kept = localStorage.getItem("diwan-theme");
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
} catch {
  /* Storage may be forbidden; the system's wish then holds. */
}
