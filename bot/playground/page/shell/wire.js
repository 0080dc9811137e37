/** The page's one connection to its server: requests with answers, events, and coming back after a loss. */

const FIRST_WAIT = 500; // milliseconds
const LONGEST_WAIT = 8000;
const LOST = "The connection to the playground was lost before it answered. Try again when it is back.";
const AWAY = "The playground does not answer at the moment. Try again when it is back.";

/**
 * Opens the connection and keeps it.
 *
 * `heard.event(event)` gets everything that the server says unasked; `heard.away(attempts)` is called when
 * the connection is lost and after each attempt that failed, `heard.back()` when it stands again.
 * Returns `ask(kind, fields)`, a promise of the answer's value that rejects with an Error to be shown to the
 * person, and `tryNow()`, which does not wait for the next attempt.
 */
export function openWire(heard) {
  const address = new URL("wire", document.baseURI);
  address.protocol = address.protocol.replace("http", "ws");
  const waiting = new Map();
  let socket = null;
  let number = 0;
  let attempts = 0;
  let timer = 0;

  function connect() {
    clearTimeout(timer);
    socket = new WebSocket(address);
    socket.addEventListener("open", stands);
    socket.addEventListener("message", (frame) => receive(JSON.parse(frame.data)));
    socket.addEventListener("close", lost);
  }

  function stands() {
    attempts = 0;
    heard.back();
  }

  function lost() {
    for (const { reject } of waiting.values()) reject(new Error(LOST));
    waiting.clear();
    heard.away(attempts);
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempts);
    attempts += 1;
    timer = setTimeout(connect, wait * (0.8 + 0.4 * Math.random()));
  }

  function receive(frame) {
    if (frame.event) {
      heard.event(frame);
      return;
    }
    const asked = waiting.get(frame.id);
    waiting.delete(frame.id);
    if (frame.ok) asked?.resolve(frame.value);
    else asked?.reject(new Error(frame.trouble));
  }

  function ask(kind, fields = {}) {
    if (socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error(AWAY));
    number += 1;
    const id = number;
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    socket.send(JSON.stringify({ ...fields, id, ask: kind }));
    return answer;
  }

  function tryNow() {
    if (socket.readyState === WebSocket.CLOSED) connect();
  }

  // A socket that is left open when the page goes is reported as an error by some browsers. Where the page
  // comes back from the browser's cache, the loss is noticed then and mended as any other.
  addEventListener("pagehide", () => socket.close());
  connect();
  return { ask, tryNow };
}
