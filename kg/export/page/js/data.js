// The graph as the file holds it. Evidence is parsed when it is first asked for.

const parse = (id) => JSON.parse(byId(id).textContent);

const graph = parse("graph-data");
const nodes = parse("node-data");
const links = parse("link-data");

const [FACT, ROLE, CLAIM] = [0, 1, 2];

/** The kinds of node, in the order of the key; shapes tell them apart without colour. */
const KINDS = {
  Person: { one: "Person", many: "People", shape: "dot" },
  Organization: { one: "Organization", many: "Organizations", shape: "square" },
  Place: { one: "Place", many: "Places", shape: "triangle" },
  Event: { one: "Event", many: "Events", shape: "diamond" },
  Group: { one: "Group", many: "Groups", shape: "hexagon" },
  AnonymousSource: { one: "Unnamed source", many: "Unnamed sources", shape: "triangleDown" },
  Other: { one: "Other", many: "Other", shape: "star" },
};

/** The kinds of line. A line is drawn as the first of these that it carries. */
const LINES = {
  fact: "Stated as fact",
  role: "Part in an event",
  claimed: "Only claimed",
  claim: "Speaks about",
};

/** Items by a key, in the order in which they come: key -> items. */
function groups(items, key) {
  const found = new Map();
  for (const item of items) {
    const one = key(item);
    if (found.has(one)) found.get(one).push(item);
    else found.set(one, [item]);
  }
  return found;
}

/** What has no name of its own goes by a description, which begins with a capital where it stands by itself. */
const BY_DESCRIPTION = ["Event", "Group", "AnonymousSource"];

const nodeAt = new Map();
nodes.forEach((node, id) => {
  node.id = id;
  node.degree ??= 0;
  node.aliases ??= [];
  node.articles ??= [];
  node.mentions ??= node.articles.length; // the graph counts no mentions of events
  node.links = [];
  node.shown = BY_DESCRIPTION.includes(node.kind) ? node.label.replace(/^./u, (letter) => letter.toUpperCase()) : node.label;
  node.radius = Math.min(26, 8 + 2 * Math.sqrt(Math.max(node.mentions, node.degree)));
  nodeAt.set(node.key, node);
});

/** The line's kind that one item of it belongs to. */
const lineOf = ([kind, , , , claimed]) => (kind === CLAIM ? "claim" : claimed ? "claimed" : kind === ROLE ? "role" : "fact");

links.forEach((link, index) => {
  link.id = index;
  link.lines = new Set(link.items.map(lineOf));
  nodes[link.from].links.push(link);
  nodes[link.to].links.push(link);
});

const farEnd = (link, node) => nodes[link.from === node.id ? link.to : link.from];
const linkBetween = (one, other) => one?.links.find((link) => farEnd(link, one) === other);

/** Most linked first: who is labelled and listed when there is no room for all. */
const ranked = [...nodes].sort((a, b) => b.degree - a.degree || b.mentions - a.mentions || a.id - b.id);

let evidenceRead;
/** Facts, claims, sentences, paragraphs, and of each node [IRI, status, sentences]. */
function evidence() {
  if (evidenceRead) return evidenceRead;
  evidenceRead = parse("evidence-data");
  const { base, nodes: told } = evidenceRead;
  evidenceRead.nodes = nodes.map(({ id, key }) => [base + key, ...(told[id] ?? ["", []])]);
  return evidenceRead;
}

const blocksRead = new Map();
/** A further block of data by its name (blocks.py), parsed when first asked for; null where the page has none. */
function block(name) {
  if (!blocksRead.has(name)) blocksRead.set(name, byId(`block-${name}`) ? parse(`block-${name}`) : null);
  return blocksRead.get(name);
}

let claimsRead;
/** Node -> positions of the claims it makes, and of those about it. */
function claimsOf(node) {
  claimsRead ??= evidence().claims.reduce(
    (found, claim, index) => {
      (found.by[claim.s] ??= []).push(index);
      for (const about of claim.about ?? []) (found.about[about] ??= []).push(index);
      return found;
    },
    { by: {}, about: {} },
  );
  return { by: claimsRead.by[node.id] ?? [], about: claimsRead.about[node.id] ?? [] };
}

let literalsRead;
/** Facts about a node whose value is words: positions and titles. */
function literalsOf(node) {
  literalsRead ??= evidence().facts.reduce((found, fact) => {
    if (fact.o < 0) (found[fact.s] ??= []).push(fact);
    return found;
  }, {});
  return literalsRead[node.id] ?? [];
}
