// The names visited, in the order of the visits: a thread back through the map.

const TRAIL = 12;
let trail = [];

const trailKeys = () => trail.map((node) => node.key);

/** Takes up the trail that the browser kept with the page, after a reload or a step back. */
function readTrail() {
  const kept = Array.isArray(history.state) ? history.state : [];
  if (!trail.length) trail = kept.map((key) => nodeAt.get(key)).filter(Boolean).slice(-TRAIL);
}

/** Someone visited again moves nowhere: the trail shows where one has been, not how often. */
function follow(node) {
  if (!node || trail.includes(node)) return;
  trail = [...trail, node].slice(-TRAIL);
}

function showTrail() {
  follow(state.node);
  const step = (node) => {
    const go = button(words(clip(node.shown, 26)), () => choose(node, { show: true }), { className: "step", title: node.label });
    if (node === state.node) go.setAttribute("aria-current", "true");
    return make("li", {}, go);
  };
  byId("trail").hidden = trail.length < 2;
  byId("steps").replaceChildren(...trail.map(step));
  byId("steps").scrollLeft = byId("steps").scrollWidth;
}

function forgetTrail() {
  trail = state.node ? [state.node] : [];
  render();
}
