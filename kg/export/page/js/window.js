// The window on the map: the scale and middle at which all of it is seen, and sizes that suit the scale.

const CLOSEST = 1.15; // no drawing is opened closer than this
const MARGIN = 36; // pixels between the outermost names and the window's edge

/** Scale and middle at which all that is shown fits the window, its names too. */
function wholeView() {
  const box = byId("map");
  if (!places.size) return { scale: 1, position: { x: 0, y: 0 } };
  const [width, height] = [Math.max(80, box.clientWidth - 2 * MARGIN), Math.max(80, box.clientHeight - 2 * MARGIN)];
  let view = { scale: CLOSEST };
  // Names keep their size on the screen, so the scale decides how much of the map they cover: a few rounds settle it.
  for (let round = 0; round < 4; round += 1) {
    const [left, right, top, bottom] = bounds(view.scale);
    const scale = Math.min(CLOSEST, (view.scale * width) / (right - left), (view.scale * height) / (bottom - top));
    view = { scale, position: { x: (left + right) / 2 / view.scale, y: (top + bottom) / 2 / view.scale } };
  }
  return view;
}

/** Left, right, top and bottom of all nodes with their names, in pixels at a scale. */
function bounds(scale) {
  const found = [Infinity, -Infinity, Infinity, -Infinity];
  const widest = byId("map").clientWidth / 7;
  const half = (node) => (places.size > 600 ? 12 : Math.max(12, Math.min(widest, Math.min(node.label.length, LABEL_LETTERS) * 3.9)));
  for (const [node, { x, y }] of places) {
    found[0] = Math.min(found[0], x * scale - half(node));
    found[1] = Math.max(found[1], x * scale + half(node));
    found[2] = Math.min(found[2], y * scale - 12);
    found[3] = Math.max(found[3], y * scale + 34);
  }
  if (!state.focus) return found;
  // Whom all is about stands in the middle.
  const [across, down] = [Math.max(-found[0], found[1]), Math.max(-found[2], found[3])];
  return [-across, across, -down, down];
}

const fit = () => network.moveTo({ ...wholeView(), animation: false });
const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });

let enlarge = 1;
let thicken = 1;
/** Nodes and lines of a large map are drawn larger: they must be seen when all of it is in the window. */
function chooseSize() {
  const { scale } = wholeView();
  enlarge = Math.max(1, Math.min(2.8, (places.size > 600 ? 0.6 : 0.42) / scale));
  thicken = Math.max(1, Math.min(2.2, 0.85 / scale));
}
const radiusOf = (node) => node.radius * enlarge;
