/** The list of commands over the composer: all of them, or those that begin as what is typed. */

import { make } from "./dom.js";

export class CommandMenu {
  #list;
  #field;
  #opener;
  #choose;
  #commands = [];
  #active = 0;

  /** `choose` is called with a command, and whether it is to be sent at once. */
  constructor({ list, field, opener, choose }) {
    this.#list = list;
    this.#field = field;
    this.#opener = opener;
    this.#choose = choose;
    opener.addEventListener("click", () => this.#toggle());
    field.addEventListener("input", () => this.match());
    field.addEventListener("blur", () => this.close());
    // A press on the list must not take the focus from the field.
    for (const element of [list, opener]) element.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.#list.hidden;
  }

  set commands(commands) {
    this.#commands = commands;
    this.#opener.hidden = commands.length === 0;
    if (this.isOpen) this.match();
  }

  /** Shows what fits to the text of the field. */
  match() {
    const typed = /^\/(\w*)$/.exec(this.#field.value)?.[1].toLowerCase();
    const fitting = typed === undefined ? [] : this.#commands.filter(({ command }) => command.startsWith(typed));
    this.#show(fitting.sort((one, other) => (other.command === typed) - (one.command === typed)));
  }

  close() {
    this.#show([]);
  }

  /** Uses a key that is meant for the menu; whether it was. */
  key(event) {
    if (!this.isOpen) return false;
    const act = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => this.#pick(true),
      Tab: () => this.#pick(false),
      Escape: () => this.close(),
    }[event.key];
    if (!act || event.shiftKey) return false;
    event.preventDefault();
    act();
    return true;
  }

  #toggle() {
    const wasOpen = this.isOpen;
    this.#field.focus();
    this.#show(wasOpen ? [] : this.#commands);
  }

  #show(commands) {
    this.#list.replaceChildren(...commands.map((command, place) => this.#option(command, place)));
    this.#list.hidden = commands.length === 0;
    this.#opener.setAttribute("aria-expanded", this.isOpen);
    this.#active = 0;
    this.#mark();
  }

  #option({ command, description }, place) {
    const attributes = { id: `command-${command}`, class: "option", role: "option", "data-command": command };
    const option = make("div", attributes, make("b", {}, `/${command}`), make("span", { dir: "auto" }, description));
    option.addEventListener("click", () => this.#choose(command, true));
    option.addEventListener("pointermove", () => place !== this.#active && this.#move(place - this.#active));
    return option;
  }

  #move(steps) {
    const options = this.#list.children.length;
    this.#active = (this.#active + steps + options) % options;
    this.#mark();
  }

  #mark() {
    [...this.#list.children].forEach((option, place) => option.setAttribute("aria-selected", place === this.#active));
    const active = this.#list.children[this.#active];
    active?.scrollIntoView({ block: "nearest" });
    if (active) this.#field.setAttribute("aria-activedescendant", active.id);
    else this.#field.removeAttribute("aria-activedescendant");
  }

  #pick(send) {
    this.#choose(this.#list.children[this.#active].dataset.command, send);
  }
}
