// The views of the page: each has a tab, a panel of its own and, if it wants, words of its own in the address.
//
// HOW A VIEW IS ADDED
// 1. kg/export/page/js/NAME.js calls, at its top level,
//
//      addView({
//        id: "timeline",              // in the address (view=timeline); its panel is #view-timeline
//        label: "Timeline",           // on the tab
//        order: 30,                   // connections 10, claims 20, timeline 30, places 40
//        ready: () => true,           // false: nothing in this graph for the view; its tab is not shown
//        own: ["scale"],              // names of what the view remembers beyond the shared state (optional)
//        wide: false,                 // true: the view takes the evidence panel's room as well (optional)
//        key: (state, data) => "",    // drawn anew only when this changes; without it on every change (optional)
//        render(panel, state, data) { panel.replaceChildren(...); },
//      });
//
//    state is what the reader has chosen (state.js); data is the same for all views, see `data` below. The view's
//    own words are strings in state.own, saved in the address as "timeline-scale=year"; change them with
//    setOwn("timeline", { scale: "year" }). A word from the address may be anything: check it before use.
//    To choose something call choose(node), chooseLink(link) or chooseClaim(number): the evidence panel opens it.
// 2. kg/export/page/carrier.py: the file's name into SCRIPTS, before "start.js".
// 3. Data that no other view has: a module kg/export/page/NAME.py and a line in kg/export/page/blocks.py; here
//    data.block("NAME") hands it out, parsed when first asked for, or null where the module gave none.
// 4. Its looks: kg/export/page/style-views.css (joined after style.css; use the variables of style.css).
//
// Elements are made with make(), button(), words() of dom.js alone: text of the graph never becomes markup.
// All parts of the script share one scope: names at a file's top level must be its own (prefix them).
//
// HOW A FORM OF SAVING IS ADDED: see save.js, addExport().

const views = new Map();

function addView(view) {
  views.set(view.id, { order: 100, own: [], wide: false, ready: () => true, ...view });
}

/** What every view may read. Filters are applied: shown(node), saidBy… tell what passes them. */
const data = {
  get graph() { return graph; }, // title, articles, predicates, disputed …
  get nodes() { return nodes; }, // all; node.kind, label, key, date, articles, links …
  get links() { return links; },
  get evidence() { return evidence(); }, // facts, claims, sentences, paragraphs
  get filteredNodes() { return nodes.filter(passesNode); }, // whatever the filters leave, not only the opening view
  get filteredClaims() { return evidence().claims.flatMap((claim, number) => (passesClaim(number) ? [number] : [])); },
  get shownNodes() { return shownNodes; }, // what the map of connections holds at the moment
  get shownLinks() { return shownLinks; },
  block,
};

const orderedViews = () => [...views.values()].filter((view) => view.ready(data)).sort((a, b) => a.order - b.order);
const viewPanel = (view) => byId(`view-${view.id}`);

const ownWord = (viewId, name) => state.own[`${viewId}-${name}`] ?? "";

/** Sets words that a view remembers; an empty one is forgotten. */
function setOwn(viewId, values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === "" || value === null || value === undefined) delete state.own[`${viewId}-${name}`];
    else state.own[`${viewId}-${name}`] = String(value);
  }
  render();
}

function tabOf(view) {
  const tab = button(view.label, () => showView(view.id), { id: `tab-${view.id}`, role: "tab" });
  tab.setAttribute("aria-controls", `view-${view.id}`);
  return tab;
}

/** The panel that the template holds for a view, or a new one beside it. */
function panelOf(view) {
  const panel = byId(`view-${view.id}`) ?? make("section", { id: `view-${view.id}`, className: "view", hidden: true });
  panel.setAttribute("role", "tabpanel");
  panel.setAttribute("aria-labelledby", `tab-${view.id}`);
  panel.tabIndex = -1;
  return panel;
}

const drawnKeys = new Map();

/** Shows the chosen view's tab and panel, and has it drawn where it may have changed. */
function renderViews() {
  const known = orderedViews();
  if (!known.some(({ id }) => id === state.view)) state.view = known[0].id;
  for (const view of known) {
    const chosen = view.id === state.view;
    const tab = byId(`tab-${view.id}`);
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    viewPanel(view).hidden = !chosen;
  }
  const view = views.get(state.view);
  document.body.dataset.view = view.id;
  byId("view-name").textContent = view.label;
  byId("panel").hidden = view.wide;
  const key = view.key ? `${view.id}|${view.key(state, data)}` : undefined;
  if (key !== undefined && drawnKeys.get(view.id) === key) return;
  drawnKeys.set(view.id, key);
  view.render(viewPanel(view), state, data);
}

function showView(id) {
  state.view = id;
  if (id === "connections") showAsked();
  render();
}

function startViews() {
  const known = orderedViews();
  byId("tabs").append(...known.map(tabOf));
  for (const view of known) byId("views").append(panelOf(view));
  byId("tabs").onkeydown = (event) => {
    const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -known.length, End: known.length };
    if (!(event.key in steps)) return;
    const last = known.length - 1;
    const at = known.findIndex(({ id }) => id === state.view);
    const wanted = Math.abs(steps[event.key]) > 1 ? Math.max(0, Math.min(last, at + steps[event.key])) : (at + steps[event.key] + known.length) % known.length;
    showView(known[wanted].id);
    byId(`tab-${known[wanted].id}`).focus();
    event.preventDefault();
    event.stopPropagation();
  };
}
