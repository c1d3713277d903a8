// What the reader has chosen. One object; the address of the page is its saved form (address.js).

const fresh = () => ({
  view: "connections", // which tab
  own: {}, // words that single views remember, by "VIEW-NAME"
  node: null, // chosen node
  mate: null, // with a node: the link between the two is chosen
  claim: -1, // with a node, its speaker: this claim is chosen
  focus: null, // node whose neighbourhood alone is shown
  hops: 1, // with a focus: so many links around it; 0 for what `opened` names alone
  opened: [], // with a focus: [node, what the link says] whose far ends are shown too
  from: null, // with `to`: the ways between the two are shown alone
  to: null,
  off: new Set(), // kinds of node not shown
  noLines: new Set(), // kinds of line not shown
  article: -1, // only what this article says
  publisher: "", // only what articles of this publisher say
  event: null, // [first, last] day: only what happened then
  published: null, // [first, last] day: only what was published then
  surest: 0, // only facts and claims of at least this confidence, in percent
  mentions: 1, // only names mentioned at least so often
  all: false, // all linked nodes, not only the most linked
  lone: false, // nodes without links too
});

let state = fresh();

/** Everything but the filters: what stays when they are cleared. */
const PLACE = ["view", "own", "node", "mate", "claim", "focus", "hops", "opened", "from", "to", "all"];
const withoutFilters = () => ({ ...fresh(), ...Object.fromEntries(PLACE.map((name) => [name, state[name]])) });

/** Tells whether two states leave the same links, whatever else they show. */
const filterKey = () =>
  [[...state.noLines].sort(), state.article, state.publisher, state.event, state.published, state.surest, state.mentions].join("|");

/** Tells whether two states draw the same nodes and lines. */
const drawingKey = () => [arrangement(), state.hops, state.opened.map(([node, said]) => `${node.id} ${said}`), [...state.off].sort(), filterKey(), state.all, state.lone].join("|");

/** Tells whether two states put a node in the same place. */
const arrangement = () => (state.to ? `${state.from.id}-${state.to.id}` : state.focus ? `around ${state.focus.id}` : "whole");
