/** Where messages are written. */

import { firstLine, sender } from "./bubble.js";
import { byId } from "./dom.js";
import { CommandMenu } from "./menu.js";

export class Composer {
  #field = byId("composer");
  #send = byId("send");
  #quoting = byId("quoting");
  #replyTo = null;
  #say;
  #menu;

  /** `say` sends a text, and the id of the message that it answers or null; it may fail. */
  constructor(say) {
    this.#say = say;
    this.#menu = new CommandMenu({
      list: byId("commands"),
      field: this.#field,
      opener: byId("slash"),
      choose: (command, send) => this.#chose(command, send),
    });
    this.#field.addEventListener("input", () => this.#fit());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    this.#quoting.querySelector("button").addEventListener("click", () => this.#stopReply());
    byId("compose").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    // What the browser kept over a reload.
    this.#fit();
  }

  set commands(commands) {
    this.#menu.commands = commands;
  }

  /** Quotes a message over the field; the next text answers it. */
  replyTo(message) {
    const [name, words] = this.#quoting.querySelectorAll("b, span");
    this.#replyTo = message.message_id;
    name.textContent = sender(message);
    words.textContent = firstLine(message);
    this.#quoting.hidden = false;
    this.#field.focus();
  }

  /** Takes the text out of the field, for a file to carry. */
  take() {
    const text = this.#field.value.trim();
    this.#set("");
    return text;
  }

  /** Puts back what could not be sent, unless something else was begun. */
  giveBack(text) {
    if (!this.#field.value) this.#set(text);
  }

  async #submit() {
    const text = this.#field.value.trim();
    const replyTo = this.#replyTo;
    if (!text) return;
    this.#set("");
    this.#stopReply();
    this.#field.focus();
    if (!(await this.#say(text, replyTo))) this.giveBack(text);
  }

  #chose(command, send) {
    this.#menu.close();
    const typed = this.#field.value.startsWith("/");
    if (!send) this.#set(`/${command} `);
    else if (typed) {
      this.#set(`/${command}`);
      this.#submit();
    } else this.#say(`/${command}`, null);
  }

  #key(event) {
    if (event.isComposing || this.#menu.key(event)) return;
    if (event.key === "Escape") this.#stopReply();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.#submit();
  }

  #stopReply() {
    this.#replyTo = null;
    this.#quoting.hidden = true;
  }

  #set(text) {
    this.#field.value = text;
    this.#menu.close();
    this.#fit();
  }

  /** As many lines as the text has; the style sheet sets the most. */
  #fit() {
    this.#field.style.height = "auto";
    this.#field.style.height = `${this.#field.scrollHeight}px`;
    this.#send.disabled = !this.#field.value.trim();
  }
}
