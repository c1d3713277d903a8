// The address of the page: what stands behind its # restores the view, in another window or for a colleague.

const LIMITS = { hops: [0, 6], surest: [0, 100], mentions: [1, 1e6] };

function within(text, name, otherwise) {
  const [least, most] = LIMITS[name];
  const number = text === null || text === "" ? NaN : Number(text);
  return Number.isInteger(number) ? Math.max(least, Math.min(most, number)) : otherwise;
}

/** "2031-03-05/2031-03-08" as two days; null for anything else. */
function daysIn(text) {
  const [first, last] = (text ?? "").split("/").map(calendar.day);
  return first !== null && first <= (last ?? -Infinity) ? [first, last] : null;
}

/** Reads the state from the address; what it does not know it leaves out. */
function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  const node = (name) => nodeAt.get(address.get(name)) ?? null;
  const names = (name, known) => new Set((address.get(name) ?? "").split(",").filter((part) => Object.hasOwn(known, part)));
  const remembered = [...views.values()].flatMap((view) => view.own.map((name) => `${view.id}-${name}`));
  state = {
    view: views.has(address.get("view")) ? address.get("view") : "connections",
    own: Object.fromEntries(remembered.filter((name) => address.get(name)).map((name) => [name, address.get(name)])),
    node: node("node"),
    mate: node("with"),
    claim: address.has("claim") ? evidence().claims.findIndex((claim) => claim.key === address.get("claim")) : -1,
    focus: node("focus"),
    hops: within(address.get("hops"), "hops", 1),
    opened: address.getAll("open").map(openedIn).filter(([opened]) => opened),
    from: node("from"),
    to: node("to"),
    off: names("hide", KINDS),
    noLines: names("lines-off", LINES),
    article: graph.articles.findIndex((article) => article.file && article.file === address.get("article")),
    publisher: graph.articles.some((article) => article.publisher === address.get("publisher")) ? address.get("publisher") ?? "" : "",
    event: daysIn(address.get("happened")),
    published: daysIn(address.get("published")),
    surest: within(address.get("confidence"), "surest", 0),
    mentions: within(address.get("mentions"), "mentions", 1),
    all: address.get("show") === "all",
    lone: address.get("unlinked") === "yes",
  };
  settle();
}

function openedIn(text) {
  const at = text.indexOf("|");
  return [nodeAt.get(text.slice(0, at)), text.slice(at + 1)];
}

/** Drops what does not go together. */
function settle() {
  if (state.claim >= 0) Object.assign(state, chosenBy(state.claim));
  if (state.mate && !linkBetween(state.node, state.mate)) state.mate = null;
  if (!state.from || !state.to || state.from === state.to) Object.assign(state, { from: null, to: null });
  if (state.to) state.focus = null;
  if (!state.focus) Object.assign(state, { hops: 1, opened: [] });
}

function addressOf({ view, own, node, mate, claim, focus, hops, opened, from, to }) {
  const address = new URLSearchParams();
  const set = (name, value) => value && address.set(name, value);
  set("view", view !== "connections" && view);
  for (const name of Object.keys(own).sort()) address.set(name, own[name]);
  set("node", node?.key);
  if (claim >= 0) set("claim", evidence().claims[claim].key);
  else set("with", mate?.key);
  set("focus", focus?.key);
  if (focus && hops !== 1) address.set("hops", hops);
  for (const [at, said] of opened) address.append("open", `${at.key}|${said}`);
  set("from", from?.key);
  set("to", to?.key);
  addFilters(set);
  return address.toString();
}

function addFilters(set) {
  const days = (span) => span && span.map(calendar.iso).join("/");
  set("hide", [...state.off].sort().join(","));
  set("lines-off", [...state.noLines].sort().join(","));
  set("article", graph.articles[state.article]?.file);
  set("publisher", state.publisher);
  set("happened", days(state.event));
  set("published", days(state.published));
  set("confidence", state.surest);
  set("mentions", state.mentions > 1 && state.mentions);
  set("show", state.all && "all");
  set("unlinked", state.lone && "yes");
}

let stood; // view, choice and arrangement as the address has them

/** Going elsewhere is a step that the browser's Back undoes; a filter is not. */
function writeAddress() {
  const text = addressOf(state);
  const stands = [state.view, state.node?.id, state.mate?.id, state.claim, arrangement()].join("|");
  const step = stood !== undefined && stood !== stands;
  stood = stands;
  if (location.hash.slice(1) === text) return keepTrail();
  // A page inside another's frame (a notebook) may have no address of its own.
  try {
    history[step ? "pushState" : "replaceState"](trailKeys(), "", text ? `#${text}` : location.pathname + location.search);
  } catch {
    return;
  }
}

function keepTrail() {
  try {
    history.replaceState(trailKeys(), "");
  } catch {
    return;
  }
}
