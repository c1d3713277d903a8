// What lies around a node: its links by what they say, its neighbourhood, and the ways from one node to another.

const CROWD = [0, 60, 90, 90, 90, 90, 90]; // most neighbours that a focus shows at once, by distance

/** A node's links by what they say from its side: words -> [{ link, said, claimed }]. Filters are applied. */
function linksBySaying(node) {
  const found = new Map();
  for (const link of node.links) {
    if (!passes(link)) continue;
    const seen = new Map();
    for (const item of link.items) {
      if (!itemPasses(item, link)) continue;
      const said = predicateOf(item, link.from === node.id);
      seen.set(said, { link, said, claim: item[0] === CLAIM, claimed: (seen.get(said)?.claimed ?? true) && Boolean(item[4]) });
    }
    for (const row of seen.values()) found.has(row.said) ? found.get(row.said).push(row) : found.set(row.said, [row]);
  }
  return found;
}

/** Neighbours not found yet, most linked first. */
function newNeighbours(node, found) {
  const fits = node.links.filter((link) => passes(link)).map((link) => farEnd(link, node));
  return fits.filter((other) => !found.has(other) && !state.off.has(other.kind));
}

const mostLinked = (a, b) => b.degree - a.degree || a.id - b.id;

/** Node -> distance of all that the focus shows. A crowd is cut to its most linked; `crowd` says by how many. */
function focusScope() {
  const found = new Map([[state.focus, 0]]);
  let edge = [state.focus];
  for (let hop = 1; hop <= state.hops; hop += 1) {
    const next = [...new Set(edge.flatMap((node) => newNeighbours(node, found)))].sort(mostLinked);
    edge = state.all ? next : next.slice(0, CROWD[hop]);
    crowd += next.length - edge.length;
    for (const node of edge) found.set(node, hop);
  }
  for (const [node, said] of state.opened) openLinks(node, said, found);
  return found;
}

function openLinks(node, said, found) {
  if (!found.has(node)) return;
  for (const { link } of linksBySaying(node).get(said) ?? []) {
    const other = farEnd(link, node);
    if (!found.has(other) && !state.off.has(other.kind)) found.set(other, found.get(node) + 1);
  }
}

/** Shows the far ends of a node's links that say this; without a focus the node becomes it. */
function openGroup(node, said) {
  if (!state.focus || !shownNodes.has(node)) Object.assign(state, { focus: node, hops: 0, opened: [] });
  Object.assign(state, { from: null, to: null, node, mate: null, claim: -1, opened: [...state.opened, [node, said]] });
  render({ refit: true });
}

const WAYS = 6; // so many ways between two nodes are told

/** Distance of every node up to the target; null where no way leads there. */
function distances(from, to) {
  const found = new Map([[from, 0]]);
  for (let edge = [from], hop = 1; edge.length && !found.has(to); hop += 1) {
    const next = new Set(edge.flatMap((node) => newNeighbours(node, found)));
    for (const node of next) found.set(node, hop);
    edge = [...next];
  }
  return found.has(to) ? found : null;
}

/** A way tells more where it avoids those whom everybody is linked to, and rests on more than talk. */
const stepCost = (link, node) => Math.log(1 + node.degree) + ([...link.lines].some((line) => line === "fact" || line === "role") ? 0 : 0.7);

let waysKnown = { key: "", ways: [] };

/** The shortest ways between two nodes, the most telling first: each a list of nodes. */
function waysBetween(from, to) {
  const key = [from.id, to.id, filterKey(), [...state.off].sort()].join("|");
  if (waysKnown.key !== key) waysKnown = { key, ways: findWays(from, to) };
  return waysKnown.ways;
}

function findWays(from, to) {
  const distance = distances(from, to);
  if (!distance) return [];
  const best = new Map([[from, [{ cost: 0, way: [from] }]]]);
  // Nodes come in order of their distance: all ways to the nearer ones are known.
  for (const [node, hop] of distance) {
    if (!hop || (hop === distance.get(to) && node !== to)) continue;
    const ways = node.links.flatMap((link) => {
      const before = farEnd(link, node);
      if (!passes(link) || distance.get(before) !== hop - 1) return [];
      return (best.get(before) ?? []).map(({ cost, way }) => ({ cost: cost + stepCost(link, node), way: [...way, node] }));
    });
    best.set(node, ways.sort((a, b) => a.cost - b.cost).slice(0, WAYS));
  }
  return best.get(to).map(({ way }) => way);
}

const eachStep = (way) => way.slice(1).map((node, at) => [way[at], node]);

/** Node -> distance from the start, of all nodes on the ways. */
function waysScope() {
  const ways = waysBetween(state.from, state.to);
  if (!ways.length) return new Map([[state.from, 0], [state.to, 1]]);
  return new Map(ways.flatMap((way) => way.map((node, at) => [node, at])));
}

const wayLinks = () => [...new Set(waysBetween(state.from, state.to).flatMap(eachStep).map(([one, other]) => linkBetween(one, other)))];

function showWays(from, to) {
  Object.assign(state, { from, to, node: null, mate: null, claim: -1, focus: null, hops: 1, opened: [], view: "connections" });
  settle();
  render({ refit: true });
}

function leaveWays() {
  const { from } = state;
  Object.assign(state, { from: null, to: null, node: from });
  render({ refit: true });
  reveal(from);
}
