// Every choice changes the state and then calls render: nothing else draws.

function render({ refit = false } = {}) {
  refitNext ||= refit;
  chooseShown();
  renderViews();
  showFilters();
  showCount();
  showExports();
  showTrail();
  fillPanel();
  writeAddress();
}

/** How much is in view: on the map, or for the other views whatever the filters leave. */
function showCount() {
  const onMap = state.view === "connections";
  const some = onMap ? shownNodes.size : nodes.filter(passesNode).length;
  byId("count").textContent = `${some.toLocaleString("en")} of ${plural(nodes.length, "name")} and events${onMap ? `, ${plural(shownLinks.size, "link")}` : ""}`;
}

/** Chooses a node. show: brings it into view; what the map does not hold is shown in focus. */
function choose(node, { show = false } = {}) {
  Object.assign(state, { node, mate: null, claim: -1 });
  if (node && show && state.view === "connections" && !shownNodes.has(node)) Object.assign(state, { focus: node, hops: 1, opened: [], from: null, to: null });
  render();
  if (node && show && state.view === "connections") reveal(node);
}

function chooseLink(link, from = nodes[link.from]) {
  Object.assign(state, { node: from, mate: farEnd(link, from), claim: -1 });
  render();
}

/** What a chosen claim chooses with it: its speaker and the first of those it is about that is linked to them. */
function chosenBy(number) {
  const claim = evidence().claims[number];
  const mate = (claim.about ?? []).map((id) => nodes[id]).find((other) => linkBetween(nodes[claim.s], other));
  return { claim: number, node: nodes[claim.s], mate: mate ?? null };
}

/** Chooses a claim: the panel shows it with its sentence in its paragraph. */
function chooseClaim(number) {
  Object.assign(state, chosenBy(number));
  render();
}

function focusOn(node, hops = 1) {
  const opened = state.focus === node ? state.opened : [];
  Object.assign(state, { node, mate: null, claim: -1, focus: node, hops: Math.min(6, hops), opened, from: null, to: null, view: "connections" });
  render({ refit: true });
}

function leaveFocus() {
  Object.assign(state, { focus: null, hops: 1, opened: [] });
  render({ refit: true });
  if (state.node) reveal(state.node);
}

function startTools() {
  byId("theme").onclick = () => restyle(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  wantsDark.addEventListener("change", () => restyle(wantsDark.matches ? "dark" : "light"));
  byId("forget").onclick = forgetTrail;
  addEventListener("hashchange", () => {
    readAddress();
    showAsked();
    render({ refit: true });
  });
  addEventListener("resize", () => network && state.view === "connections" && !state.node && fit());
  document.addEventListener("click", (event) => !byId("save").contains(event.target) && (byId("save").open = false));
}

function restyle(theme) {
  setTheme(theme);
  drawn = undefined;
  drawnKeys.clear();
  const kept = network && { scale: network.getScale(), position: network.getViewPosition() };
  render();
  if (kept) network.moveTo({ ...kept, animation: false });
}

/** A node that the opening view does not hold, come to by a link or from another view, is shown with its neighbours. */
function showAsked() {
  chooseShown();
  if (!state.node || state.to || shownNodes.has(state.node) || state.off.has(state.node.kind)) return;
  state.focus ??= state.node;
}

function start() {
  setTheme(wantsDark.matches ? "dark" : "light");
  if (matchMedia("(max-width: 1080px)").matches) byId("side").open = false;
  document.body.classList.toggle("bare", !nodes.length);
  readAddress();
  readTrail();
  showAsked();
  startFilters();
  startSearch();
  startKeyboard();
  startTools();
  startMapTools();
  startHint();
  startViews();
  render();
  if (state.node && !state.focus && state.view === "connections") reveal(state.node);
  // Ready when the frame that holds the first drawing has been handed on: milliseconds since the page was opened.
  const ready = () => requestAnimationFrame(() => (document.documentElement.dataset.ready = String(Math.round(performance.now()))));
  if (network) network.once("afterDrawing", ready);
  else ready();
}

start();
