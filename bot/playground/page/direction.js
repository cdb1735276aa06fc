/**
 * Which way text runs (Unicode TR9, rules P2 and P3): its first letter decides, and what stands in isolates is passed
 * over, as Telegram does it. Browsers look into isolates where a line's side is concerned, so they are told.
 */

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /\p{L}/u;
const ISOLATED = /[\u2066-\u2068]/;

/** "rtl" or "ltr"; undefined where no line of the text has a letter of its own. */
export function direction(text) {
  for (const line of text.split("\n")) {
    const letter = firstLetter(line);
    if (letter) return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
  }
  return undefined;
}

function firstLetter(line) {
  let depth = 0;
  for (const sign of line) {
    if (ISOLATED.test(sign)) depth += 1;
    else if (sign === "\u2069") depth = Math.max(0, depth - 1);
    else if (depth === 0 && LETTER.test(sign)) return sign;
  }
  return undefined;
}

/** The direction of the line that begins at a place of a text, if a browser would not see it by itself. */
export function hidden(text, start) {
  const line = text.slice(start).split("\n", 1)[0];
  return ISOLATED.test(line) ? direction(line) : undefined;
}
