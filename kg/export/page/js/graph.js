// The drawing itself: vis-network with every place given and physics off.

const FEW_LINES = 900; // more lines than this are drawn plain: no arrows, no dashes
const HOVER_NODES = 1500;

const dashes = { fact: false, role: false, claimed: [7, 5], claim: [2, 4] };
const strongest = (link) => Object.keys(LINES).find((line) => link.lines.has(line) && !state.noLines.has(line));

function arrowsOf(link) {
  const forward = link.items.some((item) => item[3]);
  const backward = link.items.some((item) => !item[3]);
  return [forward && "to", backward && "from"].filter(Boolean).join(",");
}

function drawnNode(node) {
  const { x, y } = places.get(node);
  const colour = colours.kind[node.kind];
  return {
    id: node.id, x, y,
    shape: KINDS[node.kind].shape,
    size: radiusOf(node),
    borderWidth: enlarge > 2 ? 0 : 1.5 * enlarge,
    color: { background: colour, border: colours.paper, highlight: { background: colour, border: colours.ink }, hover: { background: colour, border: colours.ink } },
  };
}

function drawnLink(link, few) {
  const line = strongest(link);
  return {
    id: link.id, from: link.from, to: link.to,
    width: Math.min(4.5, 1.1 + 0.4 * link.items.length) * thicken,
    color: { color: colours.line[line], highlight: colours.accent, hover: colours.accent, opacity: few ? 0.9 : 0.22 },
    dashes: few && dashes[line] ? dashes[line].map((length) => length * thicken) : false,
    arrows: few ? arrowsOf(link) : "",
  };
}

function picture() {
  const few = shownLinks.size <= FEW_LINES;
  chooseSize();
  // The most linked are drawn last, on top.
  const order = [...shownNodes].sort((a, b) => a.radius - b.radius || a.id - b.id);
  return { nodes: order.map(drawnNode), edges: [...shownLinks].map((link) => drawnLink(link, few)) };
}

let network;

function startNetwork() {
  choosePlaces();
  drawn = drawingKey();
  network = new vis.Network(byId("map"), picture(), {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { font: { size: 0 }, labelHighlightBold: false, chosen: false },
    edges: { smooth: false, selectionWidth: 0, hoverWidth: 0, chosen: false, arrows: { to: { scaleFactor: 0.45 }, from: { scaleFactor: 0.45 } } },
    interaction: { hideEdgesOnDrag: nodes.length > 400, hideEdgesOnZoom: nodes.length > 400, hover: nodes.length <= HOVER_NODES, keyboard: false, multiselect: false, tooltipDelay: 1e6 },
  });
  network.on("afterDrawing", paintOver);
  network.on("click", clicked);
  network.on("doubleClick", ({ nodes: [id] }) => id !== undefined && focusOn(nodes[id]));
  network.on("hoverNode", ({ node }) => hover(nodes[node]));
  network.on("blurNode", () => hover(null));
  network.on("dragEnd", ({ nodes: ids }) => {
    for (const id of ids) places.set(nodes[id], network.getPositions([id])[id]);
    network.redraw();
  });
  fit();
}

function clicked({ nodes: [nodeId], edges: [linkId] }) {
  if (nodeId !== undefined) choose(nodes[nodeId]);
  else if (linkId !== undefined) chooseLink(links[linkId]);
  else choose(null);
}

const CLOSEST = 1.15; // no drawing is opened closer than this
const MARGIN = 28; // pixels between the outermost names and the window's edge

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
  const half = (node) => (places.size > 600 ? 12 : Math.max(12, Math.min(node.label.length, LABEL_LETTERS) * 3.7));
  for (const [node, { x, y }] of places) {
    found[0] = Math.min(found[0], x * scale - half(node));
    found[1] = Math.max(found[1], x * scale + half(node));
    found[2] = Math.min(found[2], y * scale - 12);
    found[3] = Math.max(found[3], y * scale + 34);
  }
  return found;
}

const fit = () => network.moveTo({ ...wholeView(), animation: false });

let enlarge = 1;
let thicken = 1;
/** Nodes and lines of a large map are drawn larger: they must be seen when all of it is in the window. */
function chooseSize() {
  const { scale } = wholeView();
  enlarge = Math.max(1, Math.min(2.8, 0.6 / scale));
  thicken = Math.max(1, Math.min(2.2, 0.85 / scale));
}
const radiusOf = (node) => node.radius * enlarge;

let drawn;

/** Draws anew only when other nodes or lines are to be shown; otherwise the view stays where it is. */
function draw({ refit = false } = {}) {
  const key = drawingKey();
  if (key === drawn && !refit) return network.redraw();
  const moved = refit || drawn === undefined || drawn.split("|")[0] !== key.split("|")[0];
  const scale = network.getScale();
  const position = network.getViewPosition();
  drawn = key;
  choosePlaces();
  network.setData(picture());
  if (moved) fit();
  else network.moveTo({ scale, position, animation: false });
  byId("empty").hidden = shownNodes.size > 0;
}

/** Brings a node into view without losing the surroundings. */
function reveal(node) {
  const place = places.get(node);
  if (!place) return;
  const box = byId("map");
  const corner = network.canvasToDOM(place);
  const inside = corner.x > 60 && corner.y > 40 && corner.x < box.clientWidth - 60 && corner.y < box.clientHeight - 60;
  const scale = Math.max(0.55, network.getScale());
  if (!inside || scale !== network.getScale()) network.moveTo({ position: place, scale, animation: false });
}
