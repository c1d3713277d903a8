// The key is the filter: kinds of node, kinds of line, one article.

function keyRow(symbol, text, name, set) {
  const box = make("input", { type: "checkbox", checked: true, data: { name } });
  box.onchange = () => {
    state[set][box.checked ? "delete" : "add"](name);
    render();
  };
  return make("label", { className: "row" }, box, symbol, make("span", { className: "what" }, text), make("span", { className: "n", data: { count: name } }));
}

function startFilters() {
  const kinds = Object.keys(KINDS).filter((kind) => nodes.some((node) => node.kind === kind));
  byId("kinds").append(...kinds.map((kind) => keyRow(icon(kind), KINDS[kind].many, kind, "off")));
  const lines = Object.keys(LINES).filter((line) => links.some((link) => link.lines.has(line)));
  byId("lines").append(...lines.map((line) => keyRow(lineIcon(line), LINES[line], line, "noLines")));
  const option = (article, number) => make("option", { value: String(number), textContent: clip(article.title, 70), title: article.file });
  byId("source").append(make("option", { value: "-1", textContent: "All articles" }), ...graph.articles.map(option));
  byId("source-field").hidden = graph.articles.length < 2;
  byId("source").onchange = () => {
    state.article = Number(byId("source").value);
    render({ refit: true });
  };
  const alone = nodes.filter((node) => !node.degree).length;
  byId("lone-field").hidden = !alone || alone === nodes.length;
  byId("lone-label").textContent = `Show ${plural(alone, "name")} without links`;
  byId("lone").onchange = () => {
    state.lone = byId("lone").checked;
    render({ refit: true });
  };
  byId("filters").onsubmit = (event) => event.preventDefault();
  byId("filters").onreset = (event) => {
    event.preventDefault();
    const { view, own, node, mate, focus, hops, all } = state;
    state = { ...fresh(), view, own, node, mate, focus, hops, all };
    render({ refit: true });
  };
}

/** Sets every control to what the state says, and the counts to what is in view. */
function showFilters() {
  const count = new Map();
  for (const node of scope) count.set(node.kind, (count.get(node.kind) ?? 0) + 1);
  for (const link of shownLinks) for (const line of link.lines) count.set(line, (count.get(line) ?? 0) + 1);
  for (const box of document.querySelectorAll("#filters [data-name]")) {
    const { name } = box.dataset;
    box.checked = !state.off.has(name) && !state.noLines.has(name);
    box.parentElement.querySelector("[data-count]").textContent = (count.get(name) ?? 0).toLocaleString("en");
  }
  byId("source").value = String(state.article);
  byId("lone").checked = state.lone;
  byId("clear").hidden = !(state.off.size || state.noLines.size || state.article >= 0 || state.lone);
}
