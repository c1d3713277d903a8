// The panel beside the views: a node, a link, a claim, a connection, or what the whole graph holds.

function panelContent() {
  if (state.claim >= 0) return claimPanel(state.claim);
  if (state.mate) return linkPanel(state.node, state.mate);
  if (state.node) return nodePanel(state.node);
  return state.to ? waysPanel(state.from, state.to) : overview();
}

/** What the reader is told by ear when something is chosen. */
function announcement() {
  if (state.claim >= 0) return `Claim of ${nodes[evidence().claims[state.claim].s].label}`;
  if (state.mate) return `Link between ${state.node.label} and ${state.mate.label}`;
  if (state.node) return `${state.node.label}, ${KINDS[state.node.kind].one.toLowerCase()}, ${plural(state.node.degree, "link")}`;
  return state.to ? `Connection from ${state.from.label} to ${state.to.label}` : "";
}

let panelShows;
function fillPanel() {
  const shows = [state.view, state.node?.id, state.mate?.id, state.claim, drawingKey()].join("|");
  if (shows === panelShows) return;
  panelShows = shows;
  const hidden = state.view === "connections" && state.node && !shownNodes.has(state.node) ? [make("p", { className: "note" }, "Not on the map: the filters hide it.")] : [];
  byId("panel").replaceChildren(...hidden, ...panelContent());
  byId("panel").classList.toggle("opening", !state.node && !state.to);
  toTop(byId("panel"));
  byId("said").textContent = announcement();
}
