/** Who the bot is, what time it is in the demo, and the way to the next digest. */

import { byId, make } from "./dom.js";
import { demoNow, inBrief, inWords, setClock, short } from "./times.js";

const TICK = 1000;

export class Header {
  #skip = byId("skip");
  #hint = byId("skip-hint");
  /** The next digest; undefined as long as nothing is known. */
  #next;
  #skipping = false;

  /** `skip` moves the clock, `send` sends a text. */
  constructor({ skip, send }) {
    this.#skip.addEventListener("click", () => this.#press(skip));
    const example = this.#hint.querySelector("button");
    example.addEventListener("click", () => send(example.textContent));
    setInterval(() => this.#draw(), TICK);
  }

  show({ bot, chat, chats }) {
    const titleOf = (one) => (one.type === "private" ? bot.name : one.title);
    byId("name").textContent = titleOf(chat);
    document.title = `${titleOf(chat)} · Nutgraf demo`;
    const nav = byId("chats");
    nav.hidden = chats.length < 2;
    nav.replaceChildren(
      ...chats.map((one) =>
        make("a", { href: `/?chat=${one.id}`, "aria-current": one.id === chat.id && "page", dir: "auto" }, titleOf(one)),
      ),
    );
  }

  /** The demo's time and the chat's next digest, as the server tells them. */
  set clock({ now, next_digest: next, zone }) {
    setClock(now, zone);
    this.#next = next ? new Date(next) : null;
    this.#draw();
  }

  async #press(skip) {
    this.#skipping = true;
    this.#draw();
    await skip();
    this.#skipping = false;
    this.#draw();
  }

  #draw() {
    if (this.#next === undefined) return;
    write(byId("now"), inBrief(demoNow()));
    write(this.#skip, this.#label());
    this.#skip.disabled = !this.#next || this.#skipping;
    this.#skip.title = this.#next ? `Skip to the next digest: ${inWords(this.#next)}` : "";
    this.#hint.hidden = Boolean(this.#next);
  }

  #label() {
    if (this.#skipping) return "Skipping…";
    return this.#next ? `Skip to ${short(this.#next)}` : "Skip to the next digest";
  }
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
