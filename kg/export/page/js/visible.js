// Which nodes and links the filters leave, and which of those the map of connections shows.

let shownNodes = new Set();
let shownLinks = new Set();
let scope = new Set(); // what would be shown with every kind of node on: the counts of the key
let distance = null; // steps from the focus, or from the first of two names; null for the whole map
let crowd = 0; // neighbours that a crowded focus leaves out

const overlap = ([first, last], span) => first <= span[1] && last >= span[0];

let kept; // numbers of the articles that the filters leave; null where they leave all
let filtered; // the filters as `linkPasses` has them
let linkPasses;

/** Whether anything but kinds of node and line is filtered. */
const narrowed = () => Boolean(state.article >= 0 || state.publisher || state.event || state.published || state.surest || state.mentions > 1);

const articlePasses = ({ publisher, day }, number) =>
  (state.article < 0 || number === state.article) &&
  (!state.publisher || publisher === state.publisher) &&
  (!state.published || (day !== undefined && overlap([day, day], state.published)));

function applyFilters() {
  if (filtered === filterKey()) return;
  filtered = filterKey();
  const choosy = state.article >= 0 || state.publisher || state.published;
  kept = choosy ? new Set(graph.articles.flatMap((article, number) => (articlePasses(article, number) ? [number] : []))) : null;
  linkPasses = links.map((link) => link.items.some((item) => itemPasses(item, link)));
}

const passes = (link) => linkPasses[link.id];

/** The fact or claim behind an item of a link. */
const behind = ([kind, number]) => (kind === CLAIM ? evidence().claims : evidence().facts)[number];

/** Numbers of the articles that a fact or claim stands in. */
const articlesOf = (said) => (said.articles ??= [...new Set((said.ev ?? []).map((at) => evidence().sentences[at][0]))]);

function saidPasses(said) {
  if (state.surest && said.conf !== undefined && Math.round(said.conf * 100) < state.surest) return false;
  return !kept || articlesOf(said).some((number) => kept.has(number));
}

/** Whether a link's item passes; its time is its own, or that of the event at one of its ends. */
function itemPasses(item, link) {
  if (state.noLines.has(lineOf(item))) return false;
  if (!state.event && !state.surest && !kept) return true;
  const said = behind(item);
  if (!saidPasses(said)) return false;
  if (!state.event) return true;
  const times = [said.days, nodes[said.event]?.days, nodes[link.from].days, nodes[link.to].days].filter(Boolean);
  return (times.length ? times : [said.saidDays].filter(Boolean)).some((days) => overlap(days, state.event));
}

/** Whether the filters leave a node, its kind apart. */
function namePasses(node) {
  if (node.mentions < state.mentions) return false;
  if (kept && !node.articles.some((number) => kept.has(number))) return false;
  if (state.event) return node.days ? overlap(node.days, state.event) : node.links.some(passes);
  return true;
}

/** Whether the filters leave a node, whatever the map holds at the moment. */
const passesNode = (node) => !state.off.has(node.kind) && namePasses(node);

/** Whether the filters leave a claim. */
function passesClaim(number) {
  const claim = evidence().claims[number];
  if (state.noLines.has("claim") || state.off.has(nodes[claim.s].kind) || !saidPasses(claim)) return false;
  if (!state.event) return true;
  const days = nodes[claim.event]?.days ?? claim.saidDays;
  return Boolean(days) && overlap(days, state.event);
}

const onlyCore = () => graph.core > 0 && !state.all && !narrowed() && !state.focus && !state.to;

function inScope(node) {
  if (!node.degree) return (state.lone || links.length === 0) && namePasses(node);
  if (onlyCore() && !node.core) return false;
  return namePasses(node) && (state.lone || node.links.some(passes));
}

function chooseShown() {
  applyFilters();
  crowd = 0;
  distance = state.to ? waysScope() : state.focus ? focusScope() : null;
  scope = new Set(distance ? distance.keys() : nodes.filter(inScope));
  shownNodes = new Set([...scope].filter((node) => !state.off.has(node.kind) || node === state.focus || node === state.from || node === state.to));
  // Neighbours of a kind that is off count in the key: it tells what ticking it would bring.
  if (state.focus && state.hops) for (const other of state.focus.links.filter(passes).map((link) => farEnd(link, state.focus))) if (state.off.has(other.kind)) scope.add(other);
  shownLinks = new Set(
    (state.to ? wayLinks() : links).filter((link) => passes(link) && shownNodes.has(nodes[link.from]) && shownNodes.has(nodes[link.to])),
  );
}
