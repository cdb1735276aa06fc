/** The demo's chat: puts the parts together. */

import { Api, Refused, Unreachable } from "./api.js";
import { fileSize } from "./bubble.js";
import { Composer } from "./composer.js";
import { byId } from "./dom.js";
import { Header } from "./header.js";
import { releaseKeys } from "./keyboard.js";
import { notice, stopTyping, toast, trouble, typing } from "./notices.js";
import { Scrolling } from "./scrolling.js";
import { listen } from "./stream.js";
import { Suggestions } from "./suggestions.js";
import { Transcript } from "./transcript.js";
import { acceptFiles } from "./uploads.js";

const GONE = "The demo server has gone. Start it again with “nutgraf demo”; this page comes back by itself.";

const list = byId("messages");
// The private chat, unless the address names another.
const api = new Api(Number(new URLSearchParams(location.search).get("chat")) || 1);
const scrolling = new Scrolling(byId("pane"), byId("unread"));
const transcript = new Transcript(list, { send, press, reply, show });
const composer = new Composer(say);
const suggestions = new Suggestions(send);
const header = new Header({ skip, send });
let bot = "Nutgraf";

/** Does something with the server and tells if that failed; whether it worked. */
async function attempt(act) {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof Unreachable) trouble(GONE);
    else if (error instanceof Refused) toast(error.message);
    else throw error;
    return false;
  }
}

function say(text, replyTo) {
  scrolling.toEnd();
  return attempt(() => api.say(text, replyTo));
}

function send(text) {
  return say(text, null);
}

function press(id, data) {
  return attempt(() => api.press(id, data));
}

function reply(message) {
  composer.replyTo(message);
}

function show(id) {
  const article = transcript.article(id);
  if (article) scrolling.show(article);
  else toast("That message is not here any more.");
}

async function skip() {
  scrolling.toEnd();
  await attempt(async () => (header.clock = await api.skip()));
}

async function upload(files) {
  let caption = composer.take();
  for (const file of files) {
    toast(`Sending ${file.name} (${fileSize(file.size)})…`);
    const sent = await attempt(() => api.upload(file, caption));
    if (!sent) return composer.giveBack(caption);
    toast("");
    caption = "";
  }
}

/** What depends on which messages there are. */
function drawAround() {
  byId("welcome").hidden = transcript.size > 0;
  scrolling.steadily(() => suggestions.show(transcript.messages));
}

async function restore() {
  const state = await api.state();
  trouble(null);
  bot = state.bot.name;
  header.clock = state;
  header.show(state);
  composer.commands = state.commands;
  suggestions.all = state.suggestions;
  scrolling.steadily(() => transcript.restore(state.messages));
  drawAround();
  // Only what comes from now on is read out.
  list.setAttribute("aria-live", "polite");
}

function put(message) {
  const known = transcript.article(message.message_id);
  if (known) return scrolling.steadily(() => transcript.put(message), known);
  const mine = !message.from?.is_bot;
  if (!mine) stopTyping();
  const article = transcript.put(message);
  article.classList.add("arrived");
  drawAround();
  scrolling.arrived(article, { mine });
}

listen(api.events, {
  restore,
  broken: () => trouble(GONE),
  handlers: {
    message: put,
    edit: put,
    delete: ({ message_id: id }) => {
      scrolling.steadily(() => transcript.remove(id), transcript.article(id));
      drawAround();
    },
    typing: () => scrolling.steadily(() => typing(bot)),
    commands: (commands) => (composer.commands = commands),
    clock: (clock) => (header.clock = clock),
    toast: ({ text, alert }) => {
      releaseKeys(list);
      if (text) (alert ? notice : toast)(text);
    },
  },
});

acceptFiles(upload);
