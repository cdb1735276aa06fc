/** The demo's clock, and moments in words. */

const LOCALE = "en-GB";
const DAY = 86_400_000;

let ahead = 0;
let zone;

/** Sets the demo's time; `timeZone` is the chat's, the browser's own where none is given. */
export function setClock(now, timeZone) {
  ahead = Date.parse(now) - Date.now();
  zone = timeZone ?? zone;
}

export const demoNow = () => new Date(Date.now() + ahead);

function parts(moment, options) {
  return new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options }).format(moment);
}

/** 08:00 */
export const clockTime = (moment) => parts(moment, { hour: "2-digit", minute: "2-digit" });

/** Monday, 23 November */
export function longDay(moment) {
  return `${parts(moment, { weekday: "long" })}, ${parts(moment, { day: "numeric", month: "long" })}`;
}

/** Monday, 23 November, 08:00 */
export const inWords = (moment) => `${longDay(moment)}, ${clockTime(moment)}`;

/** Tue 08:00, or 1 Dec 08:00 where the weekday alone would not tell. */
export function short(moment) {
  const near = moment - demoNow() < 6 * DAY;
  const day = parts(moment, near ? { weekday: "short" } : { day: "numeric", month: "short" });
  return `${day} ${clockTime(moment)}`;
}

/** Tue 24 Nov, 08:00 */
export const inBrief = (moment) =>
  `${parts(moment, { weekday: "short" })} ${parts(moment, { day: "numeric", month: "short" })}, ${clockTime(moment)}`;

/** The moment that a message was sent or edited. */
export const moment = (seconds) => new Date(seconds * 1000);
