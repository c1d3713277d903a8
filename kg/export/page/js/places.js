// Where a node stands: as the file says, or in rings around the focus.

let places = new Map();

const RING = 190;

/** One ring a hop; within a ring neighbours of one kind stand together. */
function rings() {
  const found = new Map([[state.focus, { x: 0, y: 0 }]]);
  const hops = [...around(state.focus, state.hops)].filter(([node]) => shownNodes.has(node));
  let radius = 0;
  for (let hop = 1; hop <= state.hops; hop += 1) {
    const ring = hops.filter(([, distance]) => distance === hop).map(([node]) => node);
    if (!ring.length) continue;
    ring.sort(hop === 1 ? byKind : byParent(found));
    radius = Math.max(radius + RING, (ring.length * (hop === 1 ? 40 : 26)) / (2 * Math.PI));
    // A full ring stands in three depths, so that labels find room.
    const depths = ring.length > 18 ? 3 : 1;
    ring.forEach((node, position) => {
      const angle = (2 * Math.PI * position) / ring.length - Math.PI / 2;
      const reach = radius + (position % depths) * 56;
      found.set(node, { x: 1.45 * reach * Math.cos(angle), y: reach * Math.sin(angle) });
    });
  }
  return found;
}

const byKind = (a, b) =>
  Object.keys(KINDS).indexOf(a.kind) - Object.keys(KINDS).indexOf(b.kind) || b.degree - a.degree || a.id - b.id;

const turn = (place) => (place ? (Math.atan2(place.y, place.x) + 2.5 * Math.PI) % (2 * Math.PI) : 0);

/** Outer rings follow the inner ones, so that few lines cross. */
const byParent = (placed) => {
  const parent = (node) => Math.min(...node.links.map((link) => placed.get(farEnd(link, node))).filter(Boolean).map(turn));
  return (a, b) => parent(a) - parent(b) || byKind(a, b);
};

const lowest = (some, y) => some.reduce((least, node) => Math.max(least, y(node)), -Infinity);
let shift;

/** In the opening view of a large map; nodes without links stand below it as they do below the whole. */
function placeInCore(node) {
  if (node.core) return { x: node.core[0], y: node.core[1] };
  shift ??= lowest(nodes.filter((other) => other.core), ({ core }) => core[1]) - lowest(nodes.filter((other) => other.degree), ({ y }) => y);
  return { x: node.x, y: node.y + shift };
}

function choosePlaces() {
  if (state.focus) places = rings();
  else places = new Map([...shownNodes].map((node) => [node, onlyCore() ? placeInCore(node) : { x: node.x, y: node.y }]));
}
