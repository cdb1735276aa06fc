/** One message as an article. */

import { direction } from "./direction.js";
import { icon, make } from "./dom.js";
import { rendered } from "./entities.js";
import { keyboard } from "./keyboard.js";
import { clockTime, inWords, longDay, moment } from "./times.js";

const UNITS = ["bytes", "KB", "MB"];
const QUOTED = 120;

/**
 * The article of a message.
 *
 * `actions` are what can be done from within: send, press, reply and show.
 */
export function bubble(message, actions) {
  const who = sender(message);
  const article = make("article", {
    class: "message",
    "data-id": message.message_id,
    "data-from": message.from?.is_bot ? "bot" : "me",
    "data-day": longDay(moment(message.date)),
    "aria-label": `${who}, ${clockTime(moment(message.date))}`,
  });
  const inner = make("div", { class: "bubble" }, ...insides(message, who, actions));
  article.append(inner, replyControl(message, who, actions));
  return article;
}

function insides(message, who, actions) {
  const words = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  return [
    isGroup(message) ? make("p", { class: "sender", dir: "auto" }, who) : null,
    message.reply_to_message ? quoted(message.reply_to_message, actions) : null,
    message.document ? attached(message.document) : null,
    words ? make("div", { class: "text", dir: direction(words) ?? "auto" }, rendered(words, entities, actions)) : null,
    facts(message),
    keyboard(message, actions),
  ];
}

const isGroup = (message) => ["group", "supergroup"].includes(message.chat?.type);

/** Who wrote a message. */
export function sender(message) {
  return message.from?.first_name ?? message.sender_chat?.title ?? "Unknown";
}

/** The beginning of a message in one line. */
export function firstLine(message) {
  const words = message.text ?? message.caption ?? message.document?.file_name ?? "";
  return words.trim().split("\n", 1)[0].slice(0, QUOTED);
}

function quoted(message, actions) {
  return make(
    "button",
    { type: "button", class: "quoted", click: () => actions.show(message.message_id) },
    make("b", { dir: "auto" }, sender(message)),
    make("span", { dir: "auto" }, firstLine(message)),
  );
}

function attached(file) {
  const name = make("b", { dir: "auto" }, file.file_name ?? "File");
  const size = make("span", {}, fileSize(file.file_size ?? 0));
  const inner = [icon("file"), name, size];
  return make("a", { class: "file", href: `/play/files/${file.file_id}`, download: file.file_name ?? "" }, ...inner);
}

/** 1.2 MB */
export function fileSize(bytes) {
  const unit = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const amount = bytes / 1000 ** unit;
  return `${amount.toFixed(unit && amount < 10 ? 1 : 0)} ${UNITS[unit]}`;
}

function facts(message) {
  const sent = moment(message.date);
  const edited = message.edit_date && moment(message.edit_date);
  return make(
    "p",
    { class: "facts" },
    edited ? make("span", { title: inWords(edited) }, "edited") : null,
    make("time", { datetime: sent.toISOString(), title: inWords(sent) }, clockTime(sent)),
  );
}

function replyControl(message, who, actions) {
  const label = `Reply to ${who}`;
  const attributes = { type: "button", class: "icon reply", "aria-label": label, title: "Reply" };
  return make("button", { ...attributes, click: () => actions.reply(message) }, icon("reply"));
}
