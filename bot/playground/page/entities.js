/**
 * Text with entities as elements. Offsets count UTF-16 units, as strings do here. Entities that
 * overlap without nesting are split where they cross.
 */

import { hidden } from "./direction.js";
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
    inside(open, whole).append(...letters(text, start, end, closedBlock));
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
function letters(text, start, end, afterBlock) {
  const first = afterBlock && text[start] === "\n" ? start + 1 : start;
  const unseen = first > start ? [make("span", { hidden: true }, "\n")] : [];
  return [...unseen, ...lines(text, first, end)];
}

/** A stretch of the text, with a turn where a line begins that needs one. */
function lines(text, start, end) {
  const nodes = [];
  let place = start;
  for (const line of text.slice(start, end).split(/(?<=\n)/)) {
    const begins = place === 0 || text[place - 1] === "\n";
    const way = begins && hidden(text, place);
    nodes.push(...(way ? [turn(way)] : []), line);
    place += line.length;
  }
  return nodes;
}

/** A sign without width that turns its line; the style sheet draws it, so that the text stays what was sent. */
const turn = (way) => make("span", { class: "turn", "data-way": way });

/** The outer element of an entity, and the inner one where its text goes if that is another. */
function element(entity, covered, actions) {
  switch (entity.type) {
    case "text_link":
      return [link(entity.url)];
    case "url":
      return [link(covered)];
    case "bot_command":
      return [command(() => actions.send(covered))];
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

/** A button would be a box of its own, in which a command loses the direction that its line gives it. */
function command(send) {
  const keydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    send();
  };
  return make("span", { class: "command", role: "button", tabindex: "0", click: send, keydown });
}

function link(address) {
  const href = webAddress(address ?? "");
  return href ? make("a", leaving(href)) : make("span");
}
