// What the reader has chosen. One object; the address of the page is its saved form.

const fresh = () => ({
  view: "connections", // which tab
  own: {}, // words that single views remember, by "VIEW-NAME"
  node: null, // chosen node
  mate: null, // with a node: the link between the two is chosen
  focus: null, // node whose neighbourhood alone is shown
  hops: 1,
  off: new Set(), // kinds of node not shown
  noLines: new Set(), // kinds of line not shown
  article: -1, // only what this article says
  all: false, // all linked nodes, not only the most linked
  lone: false, // nodes without links too
});

let state = fresh();

/** Reads the state from the address; what it does not know it leaves out. */
function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  const node = (name) => nodeAt.get(address.get(name)) ?? null;
  const names = (name, known) => new Set((address.get(name) ?? "").split(",").filter((part) => part in known));
  const remembered = [...views.values()].flatMap((view) => view.own.map((name) => `${view.id}-${name}`));
  state = {
    view: views.has(address.get("view")) ? address.get("view") : "connections",
    own: Object.fromEntries(remembered.filter((name) => address.get(name)).map((name) => [name, address.get(name)])),
    node: node("node"),
    mate: node("with"),
    focus: node("focus"),
    hops: Math.max(1, Math.min(6, Number(address.get("hops")) || 1)),
    off: names("hide", KINDS),
    noLines: names("lines-off", LINES),
    article: graph.articles.findIndex((article) => article.file && article.file === address.get("article")),
    all: address.get("show") === "all",
    lone: address.get("unlinked") === "yes",
  };
  if (state.mate && !linkBetween(state.node, state.mate)) state.mate = null;
}

function writeAddress() {
  const address = new URLSearchParams();
  if (state.view !== "connections") address.set("view", state.view);
  for (const name of Object.keys(state.own).sort()) address.set(name, state.own[name]);
  if (state.node) address.set("node", state.node.key);
  if (state.mate) address.set("with", state.mate.key);
  if (state.focus) address.set("focus", state.focus.key);
  if (state.focus && state.hops > 1) address.set("hops", state.hops);
  if (state.off.size) address.set("hide", [...state.off].sort().join(","));
  if (state.noLines.size) address.set("lines-off", [...state.noLines].sort().join(","));
  if (state.article >= 0) address.set("article", graph.articles[state.article].file);
  if (state.all) address.set("show", "all");
  if (state.lone) address.set("unlinked", "yes");
  const text = address.toString();
  if (location.hash.slice(1) !== text) history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}

/** Tells whether two states draw the same nodes and lines. */
const drawingKey = () =>
  [state.focus?.id, state.hops, [...state.off].sort(), [...state.noLines].sort(), state.article, state.all, state.lone].join("|");
