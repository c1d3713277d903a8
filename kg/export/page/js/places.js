// Where a node stands: as the file says, in rings around a focus, or in columns along the ways between two.

let places = new Map();

const RING = 190;
const COLUMN = 300;
const ROW = 104;

/** One ring a hop; within a ring neighbours of one kind stand together. */
function rings() {
  const found = new Map([[state.focus, { x: 0, y: 0 }]]);
  const farthest = Math.max(0, ...distance.values());
  let radius = 0;
  for (let hop = 1; hop <= farthest; hop += 1) {
    const ring = [...distance].filter(([node, at]) => at === hop && shownNodes.has(node)).map(([node]) => node);
    if (!ring.length) continue;
    ring.sort(hop === 1 ? byKind : byParent(found));
    radius = Math.max(radius + RING, (ring.length * (hop === 1 ? 40 : 26)) / (2 * Math.PI));
    placeRing(ring, radius, found);
  }
  return found;
}

/** A full ring stands in three depths, so that names find room. */
function placeRing(ring, radius, found) {
  const depths = ring.length > 18 ? 3 : 1;
  ring.forEach((node, position) => {
    const angle = (2 * Math.PI * position) / ring.length - Math.PI / 2;
    const reach = radius + (position % depths) * 56;
    found.set(node, { x: 1.45 * reach * Math.cos(angle), y: reach * Math.sin(angle) });
  });
}

const byKind = (a, b) =>
  Object.keys(KINDS).indexOf(a.kind) - Object.keys(KINDS).indexOf(b.kind) || b.degree - a.degree || a.id - b.id;

const turn = (place) => (place ? (Math.atan2(place.y, place.x) + 2.5 * Math.PI) % (2 * Math.PI) : 0);

/** Outer rings follow the inner ones, so that few lines cross. */
const byParent = (placed) => {
  const parent = (node) => Math.min(...node.links.map((link) => placed.get(farEnd(link, node))).filter(Boolean).map(turn));
  return (a, b) => parent(a) - parent(b) || byKind(a, b);
};

/** A column for each step from the first to the second; the most telling way runs straight through the middle. */
function columns() {
  const found = new Map();
  const steps = [...groups([...distance].filter(([node]) => shownNodes.has(node)), ([, step]) => step)].sort(([a], [b]) => a - b);
  for (const [step, entries] of steps) {
    entries.forEach(([node], at) => found.set(node, { x: (step - (steps.length - 1) / 2) * COLUMN, y: Math.ceil(at / 2) * ROW * (at % 2 ? 1 : -1) }));
  }
  return found;
}

const lowest = (some, y) => some.reduce((least, node) => Math.max(least, y(node)), -Infinity);
let shift;

/** In the opening view of a large map; nodes without links stand below it as they do below the whole. */
function placeInCore(node) {
  if (node.core) return { x: node.core[0], y: node.core[1] };
  shift ??= lowest(nodes.filter((other) => other.core), ({ core }) => core[1]) - lowest(nodes.filter((other) => other.degree), ({ y }) => y);
  return { x: node.x, y: node.y + shift };
}

const FEW = 300; // so few left of a map move together, so that the window need not show its empty parts
const PITCH = [150, 92];

/** The same order from left to right and from top to bottom, with less between. */
function drawnTogether(found) {
  const all = [...found];
  for (const [axis, pitch] of [["x", PITCH[0]], ["y", PITCH[1]]]) {
    const order = [...all].sort(([a, one], [b, two]) => one[axis] - two[axis] || a.id - b.id);
    const span = (pitch * Math.sqrt(all.length)) / all.length;
    const middle = (all.length - 1) / 2;
    order.forEach(([, place], rank) => (place[`to-${axis}`] = (rank - middle) * span * 1.6));
  }
  return new Map(all.map(([node, place]) => [node, { x: place["to-x"], y: place["to-y"] }]));
}

function choosePlaces() {
  if (state.to) places = columns();
  else if (state.focus) places = rings();
  else {
    places = new Map([...shownNodes].map((node) => [node, onlyCore() ? placeInCore(node) : { x: node.x, y: node.y }]));
    if (narrowed() && shownNodes.size > 2 && shownNodes.size < FEW && shownNodes.size < 0.5 * nodes.length) places = drawnTogether(places);
  }
}
