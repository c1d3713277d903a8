// Every choice changes the state and then calls render: nothing else draws.

function render({ refit = false } = {}) {
  refitNext ||= refit;
  chooseShown();
  renderViews();
  showFilters();
  showTools();
  showExports();
  fillPanel();
  writeAddress();
}

function showTools() {
  const linked = nodes.filter((node) => node.degree).length;
  byId("count").textContent = `${plural(shownNodes.size, "node")}, ${plural(shownLinks.size, "link")}`;
  byId("back").hidden = !state.focus;
  byId("all").hidden = !graph.core || Boolean(state.focus) || state.article >= 0;
  byId("all").textContent = state.all ? `Most linked ${graph.core}` : `Show all ${linked.toLocaleString("en")}`;
}

/** Chooses a node. show: brings it into view; what the map does not hold is shown in focus. */
function choose(node, { show = false } = {}) {
  state.node = node;
  state.mate = null;
  if (node && show && !shownNodes.has(node)) Object.assign(state, { focus: node, hops: 1 });
  render();
  if (node && show && state.view === "connections") reveal(node);
}

/** Chooses a claim: its speaker with what it is about, and the claim itself marked in the panel. */
function chooseClaim(number) {
  const claim = evidence().claims[number];
  const mate = (claim.about ?? []).map((id) => nodes[id]).find((other) => linkBetween(nodes[claim.s], other));
  Object.assign(state, { node: nodes[claim.s], mate: mate ?? null });
  render();
}

function chooseLink(link, from = nodes[link.from]) {
  Object.assign(state, { node: from, mate: farEnd(link, from) });
  render();
}

function focusOn(node, hops = 1) {
  Object.assign(state, { node, mate: null, focus: node, hops: Math.min(6, hops) });
  render({ refit: true });
}

function leaveFocus() {
  Object.assign(state, { focus: null, hops: 1 });
  render({ refit: true });
  if (state.node && network) reveal(state.node);
}

function startTools() {
  byId("fit").onclick = fit;
  byId("back").onclick = leaveFocus;
  byId("all").onclick = () => {
    state.all = !state.all;
    render({ refit: true });
  };
  byId("theme").onclick = () => restyle(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  wantsDark.addEventListener("change", () => restyle(wantsDark.matches ? "dark" : "light"));
  addEventListener("hashchange", () => {
    readAddress();
    render({ refit: true });
  });
}

function restyle(theme) {
  setTheme(theme);
  drawn = undefined;
  drawnKeys.clear();
  const kept = network && { scale: network.getScale(), position: network.getViewPosition() };
  render();
  if (kept) network.moveTo({ ...kept, animation: false });
}

function start() {
  setTheme(wantsDark.matches ? "dark" : "light");
  if (matchMedia("(max-width: 800px)").matches) byId("side").open = false;
  readAddress();
  // A link to a node that the opening view does not hold still has to show it.
  chooseShown();
  if (state.node && !shownNodes.has(state.node) && !state.off.has(state.node.kind)) {
    state.focus ??= state.node;
    chooseShown();
  }
  startFilters();
  startSearch();
  startKeyboard();
  startTools();
  startViews();
  render();
  if (network && state.node && !state.focus) reveal(state.node);
  // Ready when the frame that holds the first drawing has been handed on: milliseconds since the page was opened.
  const ready = () => requestAnimationFrame(() => (document.documentElement.dataset.ready = String(Math.round(performance.now()))));
  if (network) network.once("afterDrawing", ready);
  else ready();
}

start();
