/** The rooms of one side, what was said in them, who looks at them, and which one is open. */

export class Conversation {
  #rooms = [];
  #said = new Map();
  #dismissed = new Set();
  #unread = new Map();
  #log;
  #list;
  #entered;
  room = null;
  person = "";

  /** `log` and `list` show the open room and all rooms; `entered(room)` is called when one is opened. */
  constructor({ log, list, entered }) {
    this.#log = log;
    this.#list = list;
    this.#entered = entered;
  }

  /** Take rooms and messages anew, of all people. */
  scene(rooms, events, person) {
    this.#rooms = rooms;
    this.#said = new Map(rooms.map((room) => [room.id, new Map()]));
    this.#unread.clear();
    for (const { room, message } of events) this.#messages(room).set(message.id, message);
    this.look(person);
  }

  /** See it all as this person: in the same room, or in the like of it that is theirs. */
  look(person) {
    this.person = person;
    const visible = this.visible;
    const same = visible.find((room) => room.id === this.room?.id);
    const like = visible.find((room) => room.kind === this.room?.kind && room.person === person);
    const next = same ?? like ?? visible[0];
    if (next) this.enter(next.id);
  }

  /** The rooms that the person can see. */
  get visible() {
    return this.#rooms.filter((room) => room.person === null || room.person === this.person);
  }

  /** Open a room. */
  enter(id) {
    const next = this.visible.find((room) => room.id === id);
    if (!next) return;
    this.room = next;
    this.#unread.delete(id);
    this.#list.show(this.visible, id, this.#unread);
    this.#log.show(this.said(id));
    this.#entered(next);
  }

  /** What the person can see of a room, oldest first. */
  said(id) {
    return [...this.#messages(id).values()].filter((message) => this.#isSeen(message));
  }

  /** A message of any room. */
  find(room, id) {
    return this.#messages(room).get(id);
  }

  /** Insert a message, or put it in the place of the one with its id. */
  message({ room, message }) {
    const isNew = !this.#messages(room).has(message.id);
    this.#messages(room).set(message.id, message);
    const isOwn = message.by.id === this.person;
    if (room === this.room?.id) this.#show(message, isOwn);
    else if (isNew && !isOwn && this.#isSeen(message))
      this.#unread.set(room, (this.#unread.get(room) ?? 0) + 1);
    this.#list.show(this.visible, this.room?.id, this.#unread);
  }

  /** Hide a message from this reader for good. */
  dismiss(id) {
    this.#dismissed.add(id);
    this.#log.remove(id);
  }

  #show(message, isOwn) {
    if (this.#isSeen(message)) this.#log.put(message, isOwn);
    else this.#log.remove(message.id);
  }

  #isSeen(message) {
    const isMeant = message.only === null || message.only === undefined || message.only === this.person;
    return isMeant && !message.deleted && !this.#dismissed.has(message.id);
  }

  #messages(room) {
    if (!this.#said.has(room)) this.#said.set(room, new Map());
    return this.#said.get(room);
  }
}
