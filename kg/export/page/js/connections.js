// The view of connections: the map of names and events and what joins them.

let refitNext = false;

addView({
  id: "connections",
  label: "Connections",
  order: 10,
  render() {
    if (network) draw({ refit: refitNext });
    else startNetwork();
    refitNext = false;
    showEmpty();
    showMapTools();
  },
});

function showMapTools() {
  const linked = nodes.filter((node) => node.degree).length;
  byId("back").hidden = !state.focus && !state.to;
  byId("back").textContent = state.to ? "Leave connection" : "Whole map";
  const all = byId("all");
  all.hidden = Boolean(state.to) || (state.focus ? !crowd && !state.all : !graph.core || narrowed());
  if (state.focus) all.textContent = state.all ? "Fewer neighbours" : `Show ${crowd.toLocaleString("en")} more`;
  else all.textContent = state.all ? `Only the ${graph.core.toLocaleString("en")} most connected` : `Show all ${linked.toLocaleString("en")}`;
  byId("part").textContent = partWords();
}

/** Which part of the graph the map shows. */
function partWords() {
  if (state.to) return "";
  if (state.focus) return crowd && !state.all ? `The most connected around ${clip(state.focus.label, 40)}` : `Around ${clip(state.focus.label, 40)}`;
  return onlyCore() ? `The ${graph.core.toLocaleString("en")} most connected` : "";
}

function startMapTools() {
  byId("fit").onclick = fit;
  byId("closer").onclick = () => zoom(1.3);
  byId("farther").onclick = () => zoom(1 / 1.3);
  byId("back").onclick = goBackToMap;
  byId("empty-clear").onclick = clearFilters;
  byId("all").onclick = () => {
    state.all = !state.all;
    render({ refit: true });
  };
}

const goBackToMap = () => (state.to ? leaveWays() : leaveFocus());
