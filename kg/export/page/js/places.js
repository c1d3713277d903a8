// Where a node stands: as the file says, in rings around a focus, or in columns along the ways between two.

let places = new Map();

const RING = 190;
const COLUMN = 300;
const ROW = 104;

/** Names are wide: rings are wider than high, where the window is. */
const stretch = () => Math.max(1, Math.min(1.5, (1.15 * byId("map").clientWidth) / (byId("map").clientHeight || 1)));

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
  const wide = stretch();
  ring.forEach((node, position) => {
    const angle = (2 * Math.PI * position) / ring.length - Math.PI / 2;
    const reach = radius + (position % depths) * 56;
    found.set(node, { x: wide * reach * Math.cos(angle), y: reach * Math.sin(angle) });
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
const ROOM = [128, 58]; // width and height that a node with its name takes
const ROUNDS = 80;

/** The same order from left to right and from top to bottom, with less between, and none over another. */
function drawnTogether(found) {
  const spots = [...found].map(([node, { x, y }]) => ({ node, x, y }));
  const side = Math.sqrt(spots.length);
  rankAlong(spots, "x", side * ROOM[0] * 0.8 * stretch());
  rankAlong(spots, "y", side * ROOM[1] * 1.6);
  for (let round = 0; round < ROUNDS && pushApart(spots); round += 1);
  return new Map(spots.map(({ node, x, y }) => [node, { x, y }]));
}

/** Spreads the spots evenly along an axis, in their order. */
function rankAlong(spots, axis, length) {
  const order = [...spots].sort((one, two) => one[axis] - two[axis] || one.node.id - two.node.id);
  order.forEach((spot, rank) => (spot[axis] = length * (rank / Math.max(1, order.length - 1) - 0.5)));
}

/** One round of pushing along the axis where less is to do; false when all stand free. */
function pushApart(spots) {
  let hit = false;
  for (let one = 0; one < spots.length; one += 1) {
    for (let two = 0; two < one; two += 1) {
      const [a, b] = [spots[one], spots[two]];
      const over = [ROOM[0] - Math.abs(a.x - b.x), ROOM[1] - Math.abs(a.y - b.y)];
      if (over[0] <= 0 || over[1] <= 0) continue;
      hit = true;
      const axis = over[0] / ROOM[0] < over[1] / ROOM[1] ? "x" : "y";
      const push = (axis === "x" ? over[0] : over[1]) * 0.35 * (a[axis] < b[axis] ? -1 : 1);
      a[axis] += push;
      b[axis] -= push;
    }
  }
  return hit;
}

function choosePlaces() {
  if (state.to) places = columns();
  else if (state.focus) places = rings();
  else {
    places = new Map([...shownNodes].map((node) => [node, onlyCore() ? placeInCore(node) : { x: node.x, y: node.y }]));
    if (narrowed() && shownNodes.size > 2 && shownNodes.size < FEW && shownNodes.size < 0.5 * nodes.length) places = drawnTogether(places);
  }
}
