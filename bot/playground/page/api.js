/** What the page asks of the server. */

/** The server refused; the message says why. */
export class Refused extends Error {}

/** The server can't be reached. */
export class Unreachable extends Error {}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch (cause) {
    throw new Unreachable("The demo server does not answer.", { cause });
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(body.description ?? body.error ?? `The demo server answered ${answer.status}.`);
  return body;
}

const post = (path, data) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(data) });

/** Everything that can be asked about one chat. */
export class Api {
  #chat;

  constructor(chat) {
    this.#chat = chat;
  }

  state() {
    return ask(`/play/state?chat=${this.#chat}`, { cache: "no-store" });
  }

  say(text, replyTo) {
    const reply = replyTo == null ? {} : { reply_to: replyTo };
    return post(`/play/chats/${this.#chat}/messages`, { text, ...reply });
  }

  upload(file, caption) {
    const mime = file.type || "application/octet-stream";
    const query = new URLSearchParams({ name: file.name, mime, caption });
    const options = { method: "POST", headers: { "Content-Type": mime }, body: file };
    return ask(`/play/chats/${this.#chat}/files?${query}`, options);
  }

  press(messageId, data) {
    return post(`/play/chats/${this.#chat}/press`, { message_id: messageId, data });
  }

  skip() {
    return post("/play/clock", { to: "next_digest", chat: this.#chat });
  }

  get events() {
    return `/play/events?chat=${this.#chat}`;
  }
}
