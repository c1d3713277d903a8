// Which nodes and links are shown, from the state alone.

let shownNodes = new Set();
let shownLinks = new Set();
let scope = new Set(); // what would be shown with every kind of node on: the counts of the key

const passes = (link) =>
  (state.article < 0 || link.articles.includes(state.article)) && [...link.lines].some((line) => !state.noLines.has(line));

/** Nodes within so many links of the focus, each with its distance. */
function around(start, hops) {
  const found = new Map([[start, 0]]);
  let edge = [start];
  for (let hop = 1; hop <= hops; hop += 1) {
    const next = [];
    for (const node of edge) {
      for (const link of node.links) {
        const other = farEnd(link, node);
        if (found.has(other) || !passes(link) || state.off.has(other.kind)) continue;
        found.set(other, hop);
        next.push(other);
      }
    }
    edge = next;
  }
  return found;
}

/** Whether the filters leave a node, whatever the map holds at the moment. */
const passesNode = (node) => !state.off.has(node.kind) && (state.article < 0 || node.articles.includes(state.article));

/** Whether the filters leave a claim. */
function passesClaim(number) {
  const claim = evidence().claims[number];
  if (state.article >= 0 && !(claim.ev ?? []).some((at) => evidence().sentences[at][0] === state.article)) return false;
  return !state.noLines.has("claim") && passesNode(nodes[claim.s]);
}

const onlyCore = () => graph.core > 0 && !state.all && state.article < 0;

function inScope(node) {
  if (!node.degree) return state.lone || links.length === 0;
  if (onlyCore() && !node.core) return false;
  return state.article < 0 || node.articles.includes(state.article);
}

function chooseShown() {
  const near = state.focus && around(state.focus, state.hops);
  scope = new Set(near ? near.keys() : nodes.filter(inScope));
  if (near) for (const link of state.focus.links) if (passes(link)) scope.add(farEnd(link, state.focus));
  shownNodes = new Set([...scope].filter((node) => !state.off.has(node.kind) || node === state.focus));
  shownLinks = new Set(
    links.filter((link) => shownNodes.has(nodes[link.from]) && shownNodes.has(nodes[link.to]) && passes(link)),
  );
}
