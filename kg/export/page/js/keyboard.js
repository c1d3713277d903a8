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
  if (!state.node || !places.has(state.node)) return choose(state.from ?? shownRanked[0] ?? null, { show: true });
  const next = neighbourTowards(direction);
  if (next) choose(next, { show: true });
}

function goBack() {
  if (byId("save").open) byId("save").open = false;
  else if (byId("picker") && !byId("picker").hidden) showPicker(false);
  else if (state.claim >= 0 || state.mate) choose(state.node);
  else if (state.to && state.node) choose(null);
  else if (state.to) leaveWays();
  else if (state.focus) leaveFocus();
  else choose(null);
}

const onMap = (event) => event.target === byId("map") || event.target === document.body;

/** Keys that work wherever one is, and those that need the map: `true` means only with a name chosen there. */
const SHORTCUTS = {
  "/": () => byId("query").focus(),
  Escape: goBack,
  c: () => state.node && showPicker(true),
  f: () => network && fit(),
  "+": () => network && zoom(1.25),
  "=": () => network && zoom(1.25),
  "-": () => network && zoom(0.8),
};

function pressed(event) {
  const { key } = event;
  if (Object.hasOwn(SHORTCUTS, key)) return SHORTCUTS[key];
  if (!onMap(event) || state.view !== "connections") return null;
  if (key === "Enter" && state.node) return () => focusOn(state.node, state.focus === state.node ? state.hops + 1 : 1);
  return key in ARROWS ? () => walk(ARROWS[key]) : null;
}

function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input:not([type=checkbox]), select, textarea") && event.key !== "Escape") return;
    const act = pressed(event);
    if (!act) return;
    act();
    event.preventDefault();
  });
}
