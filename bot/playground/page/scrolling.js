/** The newest message stays in view, unless somebody reads further up. */

const NEAR = 48;
const ROOM = 8;

export class Scrolling {
  #pane;
  #pill;
  #atEnd = true;
  #unread = 0;

  constructor(pane, pill) {
    this.#pane = pane;
    this.#pill = pill;
    pane.addEventListener("scroll", () => this.#look(), { passive: true });
    pill.addEventListener("click", () => this.toEnd());
    new ResizeObserver(() => this.#atEnd && this.toEnd()).observe(pane);
  }

  toEnd() {
    this.#pane.scrollTop = this.#pane.scrollHeight;
    this.#look();
  }

  /** After a new message: shows it, or says that there is one. */
  arrived(article, { mine }) {
    if (!mine && !this.#atEnd) this.#count(this.#unread + 1);
    else if (!mine && this.#isTall(article)) this.#toTop(article);
    else this.toEnd();
  }

  /** Changes something without moving what is being read; `article` is the message that may grow. */
  steadily(change, article) {
    const stay = this.#atEnd && !(article && this.#isTall(article) && this.#showsTop(article));
    const above = article && article.getBoundingClientRect().bottom < this.#pane.getBoundingClientRect().top;
    const height = this.#pane.scrollHeight;
    const place = this.#pane.scrollTop;
    change();
    if (stay) this.toEnd();
    else this.#pane.scrollTop = place + (above ? this.#pane.scrollHeight - height : 0);
  }

  /** Brings a message into view and points at it. */
  show(article) {
    article.scrollIntoView({ block: "center", behavior: "smooth" });
    article.classList.remove("pointed");
    requestAnimationFrame(() => article.classList.add("pointed"));
    article.addEventListener("animationend", () => article.classList.remove("pointed"), { once: true });
  }

  #isTall(article) {
    return article.offsetHeight > this.#pane.clientHeight - 2 * ROOM;
  }

  #showsTop(article) {
    return article.getBoundingClientRect().top >= this.#pane.getBoundingClientRect().top;
  }

  /** What does not fit is read from its beginning. */
  #toTop(article) {
    const distance = article.getBoundingClientRect().top - this.#pane.getBoundingClientRect().top;
    this.#pane.scrollTop += distance - ROOM;
    this.#look();
  }

  #look() {
    const { scrollHeight, scrollTop, clientHeight } = this.#pane;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#atEnd) this.#count(0);
  }

  #count(unread) {
    this.#unread = unread;
    this.#pill.hidden = unread === 0;
    this.#pill.lastElementChild.textContent = unread === 1 ? "1 new message" : `${unread} new messages`;
  }
}
