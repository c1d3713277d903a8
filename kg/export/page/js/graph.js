// The drawing itself: vis-network with every place given and physics off.

const FEW_LINES = 900; // more lines than this are drawn plain: no arrows, no dashes
const HOVER_NODES = 1500;

const dashes = { fact: false, role: false, claimed: [7, 5], claim: [1.5, 4] };
const widthsOf = { fact: 1.7, role: 1, claimed: 1.7, claim: 1.4 };
const strongest = (link) => Object.keys(LINES).find((line) => link.lines.has(line) && !state.noLines.has(line));

function arrowsOf(link) {
  const forward = link.items.some((item) => item[3]);
  const backward = link.items.some((item) => !item[3]);
  return [forward && "to", backward && "from"].filter(Boolean).join(",");
}

function drawnNode(node) {
  const { x, y } = places.get(node);
  const colour = colours.kind[node.kind];
  const same = { background: colour, border: colours.ink };
  return {
    id: node.id, x, y,
    shape: KINDS[node.kind].shape,
    size: radiusOf(node),
    borderWidth: enlarge > 2 ? 0 : 1.5 * enlarge,
    color: { background: colour, border: colours.paper, highlight: same, hover: same },
  };
}

function drawnLink(link, few) {
  const line = strongest(link);
  return {
    id: link.id, from: link.from, to: link.to,
    width: Math.min(4, widthsOf[line] + 0.35 * (link.items.length - 1)) * thicken,
    color: { color: colours.line[line], highlight: colours.accent, hover: colours.accent, opacity: few ? (shownLinks.size > 250 ? 0.62 : 0.9) : 0.22 },
    dashes: few && dashes[line] ? dashes[line].map((length) => length * thicken) : false,
    arrows: few ? arrowsOf(link) : "",
  };
}

function picture() {
  const few = shownLinks.size <= FEW_LINES;
  chooseSize();
  // The most linked are drawn last, on top.
  const order = [...shownNodes].sort((a, b) => a.radius - b.radius || a.id - b.id);
  shownRanked = ranked.filter((node) => shownNodes.has(node));
  hubs = new Set(shownRanked.slice(0, Math.min(HUBS, Math.round(byId("map").clientWidth / 90))));
  return { nodes: order.map(drawnNode), edges: [...shownLinks].map((link) => drawnLink(link, few)) };
}

let network;
let shownRanked = []; // what the map holds, most linked first
let hubs = new Set();

const INTERACTION = { hideEdgesOnDrag: nodes.length > 400, hideEdgesOnZoom: nodes.length > 400, hover: nodes.length <= HOVER_NODES, keyboard: false, multiselect: false, tooltipDelay: 1e6 };

function startNetwork() {
  choosePlaces();
  drawn = drawingKey();
  arranged = arrangement();
  network = new vis.Network(byId("map"), picture(), {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { font: { size: 0 }, labelHighlightBold: false, chosen: false },
    edges: { smooth: false, selectionWidth: 0, hoverWidth: 0, chosen: false, arrows: { to: { scaleFactor: 0.42 }, from: { scaleFactor: 0.42 } } },
    interaction: INTERACTION,
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

/** A click chooses; with Shift it asks for the ways from the chosen name to this one. */
function clicked({ nodes: [nodeId], edges: [linkId], event }) {
  if (event.srcEvent.shiftKey && state.node) {
    if (nodeId !== undefined && nodeId !== state.node.id) showWays(state.node, nodes[nodeId]);
  } else if (nodeId !== undefined) choose(nodes[nodeId]);
  else if (linkId !== undefined) chooseLink(links[linkId]);
  else choose(null);
}

let drawn;
let arranged;

/** Draws anew only when other nodes or lines are to be shown; otherwise the view stays where it is. */
function draw({ refit = false } = {}) {
  const key = drawingKey();
  if (key === drawn && !refit) return network.redraw();
  const moved = refit || arranged !== arrangement();
  const [scale, position] = [network.getScale(), network.getViewPosition()];
  drawn = key;
  arranged = arrangement();
  choosePlaces();
  network.setData(picture());
  if (moved) fit();
  else network.moveTo({ scale, position, animation: false });
}

/** Brings a node into view without losing the surroundings. */
function reveal(node) {
  const place = network && places.get(node);
  if (!place) return;
  const view = seen();
  const edge = 60 * view.pixel;
  const inside = place.x > view.left + edge && place.x < view.right - edge && place.y > view.top + edge && place.y < view.bottom - edge;
  const scale = Math.max(places.size > 150 ? 0.55 : 0, network.getScale());
  if (!inside || scale !== network.getScale()) network.moveTo({ position: place, scale, animation: false });
}
