// The key is the filter: kinds of node, kinds of line; then time, source, confidence and mentions.

function keyRow(symbol, text, name, set) {
  const box = make("input", { type: "checkbox", checked: true, data: { name } });
  box.onchange = () => {
    state[set][box.checked ? "delete" : "add"](name);
    render();
  };
  return make("label", { className: "row" }, box, symbol, make("span", { className: "what" }, text), make("span", { className: "n", data: { count: name } }));
}

function startKey() {
  const kinds = Object.keys(KINDS).filter((kind) => nodes.some((node) => node.kind === kind));
  byId("kinds").append(...kinds.map((kind) => keyRow(icon(kind), KINDS[kind].many, kind, "off")));
  const lines = Object.keys(LINES).filter((line) => links.some((link) => link.lines.has(line)));
  byId("lines").append(...lines.map((line) => keyRow(lineIcon(line), LINES[line], line, "noLines")));
  byId("lines-field").hidden = !lines.length;
}

/** Publishers first, then single articles. */
function startSources() {
  const publishers = [...groups(graph.articles.filter(({ publisher }) => publisher), ({ publisher }) => publisher)].sort(([a], [b]) => (a < b ? -1 : 1));
  const named = publishers.map(([name, articles]) => make("option", { value: `p${name}`, textContent: `${clip(name, 60)} (${articles.length})` }));
  const single = graph.articles.map((article, number) => make("option", { value: String(number), textContent: clip(article.title, 70), title: article.file ?? "" }));
  const select = byId("source");
  select.append(make("option", { value: "", textContent: "All articles" }));
  if (named.length > 1) select.append(make("optgroup", { label: "Published by" }, ...named));
  select.append(make("optgroup", { label: "Article" }, ...single));
  byId("source-field").hidden = graph.articles.length < 2;
  select.onchange = () => {
    const { value } = select;
    Object.assign(state, { article: /^\d+$/.test(value) ? Number(value) : -1, publisher: value.startsWith("p") ? value.slice(1) : "" });
    render({ refit: true });
  };
}

/** A slider whose words stand beside it. values: what its positions mean; say: their words. */
function slider(name, box, values, say) {
  box.hidden = values.length < 2;
  const [field, said] = [box.querySelector("input"), box.querySelector("output")];
  Object.assign(field, { min: "0", max: String(values.length - 1), step: "1" });
  const tell = (value) => {
    said.textContent = say(value);
    field.setAttribute("aria-valuetext", say(value));
  };
  field.oninput = () => tell(values[field.value]);
  field.onchange = () => {
    state[name] = values[field.value];
    render({ refit: true });
  };
  return () => {
    field.value = String(Math.max(0, values.findLastIndex((value) => value <= state[name])));
    tell(state[name]);
  };
}

const shownControls = []; // each sets a control to what the state says

function startSliders() {
  const [least, most] = graph.confidence.length ? graph.confidence : [0, 0];
  const percents = [0, ...Array.from({ length: 20 }, (_, at) => 5 * (at + 1)).filter((value) => value > least && value <= most)];
  shownControls.push(slider("surest", byId("surest-field"), percents, (value) => (value ? `at least ${value} %` : "any")));
  const top = Math.max(1, ...nodes.map((node) => node.mentions));
  const steps = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 75, 100, 200, 500, 1000].filter((value) => value <= top);
  shownControls.push(slider("mentions", byId("mentions-field"), steps, (value) => (value > 1 ? `at least ${value}` : "any number")));
}

function startTimes() {
  const dated = (some) => [...some].flatMap((node) => (node.days ? [node.days] : []));
  const days = (some) => some.flatMap(({ day }) => (day === undefined ? [] : [[day, day]]));
  const left = () => graph.articles.filter((_, number) => !kept || kept.has(number));
  shownControls.push(histogram("event", byId("event-field"), { all: () => dated(nodes), shown: () => dated(shownNodes), label: "Happened" }));
  shownControls.push(histogram("published", byId("published-field"), { all: () => days(graph.articles), shown: () => days(left()), label: "Published" }));
}

function startFilters() {
  startKey();
  startTimes();
  startSources();
  startSliders();
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
    clearFilters();
  };
}

function clearFilters() {
  state = withoutFilters();
  render({ refit: true });
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
  byId("source").value = state.publisher ? `p${state.publisher}` : state.article >= 0 ? String(state.article) : "";
  byId("lone").checked = state.lone;
  for (const show of shownControls) show();
  byId("clear").hidden = !activeFilters().length;
  showChips();
}

/** Every filter that is on, in words, with what takes it off. */
function activeFilters() {
  const put = (values) => () => (Object.assign(state, values), render({ refit: true }));
  const found = [];
  if (state.event) found.push([`Happened ${calendar.span(...state.event)}`, put({ event: null })]);
  if (state.published) found.push([`Published ${calendar.span(...state.published)}`, put({ published: null })]);
  if (state.publisher) found.push([`Published by ${state.publisher}`, put({ publisher: "" })]);
  if (state.article >= 0) found.push([`Article: ${graph.articles[state.article].title}`, put({ article: -1 })]);
  if (state.surest) found.push([`Confidence at least ${state.surest} %`, put({ surest: 0 })]);
  if (state.mentions > 1) found.push([`Mentioned at least ${state.mentions} times`, put({ mentions: 1 })]);
  for (const kind of Object.keys(KINDS)) if (state.off.has(kind)) found.push([`Without ${KINDS[kind].many.toLowerCase()}`, () => (state.off.delete(kind), render())]);
  for (const line of Object.keys(LINES)) if (state.noLines.has(line)) found.push([`Without “${LINES[line].toLowerCase()}”`, () => (state.noLines.delete(line), render())]);
  if (state.lone) found.push(["With names without links", put({ lone: false })]);
  return found;
}

function showChips() {
  const chip = ([text, remove]) => make("li", {}, button(make("span", {}, words(clip(text, 46)), make("span", { className: "cross", ariaHidden: "true" }, " ×")), remove, { className: "chip", title: `Take this filter off: ${text}`, ariaLabel: `Take this filter off: ${text}` }));
  byId("chips").replaceChildren(...activeFilters().map(chip));
}
