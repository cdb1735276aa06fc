/**
 * Text with entities as elements. Offsets count UTF-16 units, as strings do here. Entities that
 * overlap without nesting are split where they cross.
 */

import { leaving, make, webAddress } from "./dom.js";
import { foldable, spoiler } from "./folding.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  date_time: "time",
  mention: "span",
  hashtag: "span",
};
// What holds others comes first; within a rank the longer one.
const RANKS = { blockquote: 0, expandable_blockquote: 0, pre: 1, spoiler: 2, text_link: 3, url: 3 };
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

/**
 * The text as nodes.
 *
 * `actions.send` is called with a command that is clicked.
 */
export function rendered(text, entities = [], actions) {
  const whole = document.createDocumentFragment();
  const ordered = [...entities].sort(outerFirst);
  let open = [];
  for (const [start, end] of pieces(text, ordered)) {
    const wanted = ordered.filter((one) => one.offset <= start && one.offset + one.length >= end);
    const same = open.findIndex((layer, depth) => layer.entity !== wanted[depth]);
    const kept = same < 0 ? open.length : same;
    const closedBlock = open.slice(kept).some((layer) => BLOCKS.has(layer.entity.type));
    open = open.slice(0, kept);
    for (const entity of wanted.slice(kept)) {
      const covered = text.slice(entity.offset, entity.offset + entity.length);
      const [outer, inner = outer] = element(entity, covered, actions);
      inside(open, whole).append(outer);
      open.push({ entity, inner });
    }
    inside(open, whole).append(...letters(text.slice(start, end), closedBlock));
  }
  return whole;
}

const inside = (open, whole) => open.at(-1)?.inner ?? whole;

function outerFirst(one, other) {
  const rank = (entity) => RANKS[entity.type] ?? 9;
  return rank(one) - rank(other) || one.offset - other.offset || other.length - one.length;
}

/** The stretches between all borders of entities. */
function pieces(text, entities) {
  const borders = new Set([0, text.length]);
  for (const { offset, length } of entities) {
    borders.add(Math.min(offset, text.length)).add(Math.min(offset + length, text.length));
  }
  const ordered = [...borders].sort((one, other) => one - other);
  return ordered.slice(1).map((end, index) => [ordered[index], end]);
}

/** A block ends its line by itself, so the line break behind it is kept but takes no room. */
function letters(text, afterBlock) {
  if (!afterBlock || !text.startsWith("\n")) return [text];
  return [make("span", { hidden: true }, "\n"), text.slice(1)];
}

/** The outer element of an entity, and the inner one where its text goes if that is another. */
function element(entity, covered, actions) {
  switch (entity.type) {
    case "text_link":
      return [link(entity.url)];
    case "url":
      return [link(covered)];
    case "bot_command":
      return [make("button", { type: "button", class: "command", click: () => actions.send(covered) })];
    case "pre":
      return [make("pre", { dir: "auto", "data-language": entity.language })];
    case "blockquote":
      return [make("blockquote", { dir: "auto" })];
    case "expandable_blockquote":
      return foldable();
    case "spoiler":
      return spoiler();
    default:
      return [make(TAGS[entity.type] ?? "span", { class: entity.type })];
  }
}

function link(address) {
  const href = webAddress(address ?? "");
  return href ? make("a", leaving(href)) : make("span");
}
