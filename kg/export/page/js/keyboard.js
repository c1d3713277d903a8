// The keyboard: search, walk, focus, leave, fit, zoom.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The neighbour that lies best in a direction: within some 75 degrees, straight and near before far. */
function neighbourTowards([dx, dy]) {
  const from = places.get(state.node);
  let best = null;
  let least = Infinity;
  for (const link of state.node.links) {
    const other = farEnd(link, state.node);
    const to = shownLinks.has(link) && places.get(other);
    if (!to) continue;
    const [x, y] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(x, y) || 1;
    const straight = (x * dx + y * dy) / length;
    if (straight < 0.25) continue;
    const cost = length / straight ** 2;
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

function walk(direction) {
  if (!state.node || !places.has(state.node)) return choose(ranked.find((node) => shownNodes.has(node)) ?? null, { show: true });
  const next = neighbourTowards(direction);
  if (next) choose(next, { show: true });
}

const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });

function goBack() {
  if (state.mate) choose(state.node);
  else if (state.focus) leaveFocus();
  else choose(null);
}

function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), select, textarea")) return;
    const onMap = event.target === byId("map") || event.target === document.body;
    if (event.key === "/") byId("query").focus();
    else if (event.key === "Escape") goBack();
    else if (event.key === "f") fit();
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "Enter" && onMap && state.node) focusOn(state.node, state.focus === state.node ? state.hops + 1 : 1);
    else if (event.key in ARROWS && onMap) walk(ARROWS[event.key]);
    else return;
    event.preventDefault();
  });
}
