/** Questions asked while somebody types: one after a pause, and only the answer to the last one counts. */

/** `ask(...words)` calls `fetch` after `pause` milliseconds of rest, then `show`; `drop()` forgets all. */
export function latest(pause, fetch, show, fail) {
  let turn = 0;
  let timer = 0;
  const drop = () => {
    turn += 1;
    clearTimeout(timer);
  };
  const ask = (...words) => {
    drop();
    const mine = turn;
    timer = setTimeout(async () => {
      try {
        const answer = await fetch(...words);
        if (mine === turn) show(answer, ...words);
      } catch (error) {
        if (mine === turn) fail(error);
      }
    }, pause);
  };
  return { ask, drop };
}
