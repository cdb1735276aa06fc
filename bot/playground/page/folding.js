/** Text that is shown only when asked for: long quotes and spoilers. */

import { make } from "./dom.js";

const LINES = 3;

/** A quote that folds after three lines: the outer element, and where its text goes. */
export function foldable() {
  const inner = make("div", { class: "fold" });
  const toggle = make("button", { type: "button", class: "unfold", hidden: true });
  const quote = make("blockquote", { class: "foldable", dir: "auto" }, inner, toggle);
  toggle.addEventListener("click", () => open(quote, !quote.classList.contains("open")));
  // A link in the folded part that is reached by keyboard must be seen.
  inner.addEventListener("focusin", ({ target }) => {
    if (target.getBoundingClientRect().bottom > inner.getBoundingClientRect().bottom + 1) open(quote, true);
  });
  open(quote, false);
  return [quote, inner];
}

// The label is drawn by the style sheet, so that the text of a message is the text of its elements.
function open(quote, wide) {
  const [inner, toggle] = quote.children;
  quote.classList.toggle("open", wide);
  inner.scrollTop = 0;
  toggle.setAttribute("aria-expanded", wide);
  toggle.setAttribute("aria-label", wide ? "Show less" : "Show more");
}

/** Shows the controls of those quotes that are longer than three lines; they must be in the page. */
export function fit(root) {
  for (const quote of root.querySelectorAll(".foldable")) {
    const [inner, toggle] = quote.children;
    const line = parseFloat(getComputedStyle(inner).lineHeight);
    const long = inner.scrollHeight > LINES * line + 2;
    toggle.hidden = !long;
    quote.classList.toggle("long", long);
  }
}

/** What somebody unfolded or uncovered stays so when the message is edited. */
export function keepOpen(before, after) {
  const opened = new Set([...before.querySelectorAll(".foldable.open")].map(words));
  for (const quote of after.querySelectorAll(".foldable")) if (opened.has(words(quote))) open(quote, true);
  const shown = new Set([...before.querySelectorAll(".spoiler.shown")].map(words));
  for (const cover of after.querySelectorAll(".spoiler")) if (shown.has(words(cover))) uncover(cover);
}

const words = (element) => element.textContent;

/** Covered text: the outer element, and where its text goes. One click uncovers the whole message. */
export function spoiler() {
  const inner = make("span", { inert: true });
  const cover = make("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Show hidden text" }, inner);
  const show = (event) => {
    if (cover.classList.contains("shown")) return;
    event.preventDefault();
    for (const other of cover.closest(".text")?.querySelectorAll(".spoiler") ?? [cover]) uncover(other);
  };
  cover.addEventListener("click", show);
  cover.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") show(event);
  });
  return [cover, inner];
}

function uncover(cover) {
  cover.classList.add("shown");
  cover.firstElementChild.inert = false;
  for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
}
