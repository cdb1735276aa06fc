/** The server's events, listened to again after every break. */

const KINDS = ["message", "edit", "delete", "typing", "commands", "clock", "toast"];
const FIRST_WAIT = 500;
const LONGEST_WAIT = 5000;

/**
 * Listens until the page is closed.
 *
 * `restore` reads the state anew each time that the line opens; events that come meanwhile wait
 * for it. `broken` is told each time that the line is lost. `handlers` has a function per kind.
 */
export function listen(address, { restore, broken, handlers }) {
  let wait = FIRST_WAIT;

  function connect() {
    const source = new EventSource(address);
    let restored = null;
    let over = false;

    function lose() {
      if (over) return;
      over = true;
      source.close();
      broken();
      setTimeout(connect, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT);
    }

    async function handle(kind, data) {
      await restored;
      if (!over) handlers[kind](JSON.parse(data));
    }

    source.addEventListener("error", lose);
    source.addEventListener("open", () => {
      restored = restore().then(() => (wait = FIRST_WAIT), lose);
    });
    for (const kind of KINDS) source.addEventListener(kind, ({ data }) => handle(kind, data));
  }

  connect();
}
