// The map of connections as a drawing, a table and a question.

const CONNECTION_COLUMNS = ["from", "link", "to", "kind"];
const CONNECTION_NAME = 40; // letters of a name

addOutput("connections", { name: "connections", picture: connectionsPicture, rows: connectionRows, query: connectionsQuery });

/** Each way of being linked once: from, link, to, kind of line, and the articles it stands in. */
function connectionRows() {
  const rows = new Map();
  for (const row of tableRows()) {
    const key = JSON.stringify(row.slice(0, 4));
    const articles = (rows.get(key)?.[4] ?? "").split("; ").concat(row[4].split("; ")).filter(Boolean);
    rows.set(key, [...row.slice(0, 4), [...new Set(articles)].sort().join("; ")]);
  }
  return [[...CONNECTION_COLUMNS, "articles"], ...rows.values()];
}

/** All that is shown, at the scale at which it fits a window of 1400 by 1000. */
function connectionsPicture() {
  const found = [...places].filter(([node]) => shownNodes.has(node));
  const scale = connectionScale(found);
  const at = (node) => ({ x: places.get(node).x * scale, y: places.get(node).y * scale });
  const [left, right, top, bottom] = connectionBounds(found, scale);
  // Names reach beyond their nodes.
  const side = found.reduce((most, [{ label }]) => Math.max(most, svgWidth(clip(label, CONNECTION_NAME)) / 2 + 16), 60);
  const drawing = svgMake("g", { transform: `translate(${Math.round(side - left)} ${Math.round(30 - top)})` });
  drawing.append(...[...shownLinks].map((link) => connectionLine(link, at(nodes[link.from]), at(nodes[link.to]))));
  drawing.append(...found.map(([node]) => connectionShape(node, at(node), scale)));
  drawing.append(...connectionNames(found, at, scale));
  return svgSheet(right - left + 2 * side, bottom - top + 90, state.focus ? `Around ${state.focus.label}` : "Connections", drawing);
}

function connectionBounds(found, scale) {
  const [xs, ys] = [found.map(([, { x }]) => x * scale), found.map(([, { y }]) => y * scale)];
  const ends = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  return found.length ? [...ends(xs), ...ends(ys)] : [0, 0, 0, 0];
}

function connectionScale(found) {
  const [left, right, top, bottom] = connectionBounds(found, 1);
  return Math.min(1.15, 1400 / Math.max(1, right - left), 1000 / Math.max(1, bottom - top));
}

function connectionLine(link, from, to) {
  const line = strongest(link);
  return svgMake("line", { x1: from.x.toFixed(1), y1: from.y.toFixed(1), x2: to.x.toFixed(1), y2: to.y.toFixed(1), stroke: colours.line[line], "stroke-width": Math.min(4, 1 + 0.4 * link.items.length), "stroke-dasharray": dashes[line] ? dashes[line].join(" ") : null });
}

const connectionRadius = (node, scale) => Math.max(2.5, node.radius * Math.min(1, scale * 1.4));

function connectionShape(node, { x, y }, scale) {
  const radius = connectionRadius(node, scale);
  return svgMake("path", { d: SHAPES[KINDS[node.kind].shape], transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${radius.toFixed(2)})`, fill: colours.kind[node.kind], stroke: colours.paper, "stroke-width": 1 / radius }, svgMake("title", {}, node.label));
}

/** Names under their nodes, else above them, the most linked first, none over another. */
function connectionNames(found, at, scale) {
  const taken = [];
  const order = [...found].map(([node]) => node).sort((a, b) => b.degree - a.degree || a.id - b.id);
  return order.flatMap((node) => {
    const { x, y } = at(node);
    const text = clip(node.shown, CONNECTION_NAME);
    const [half, radius] = [svgWidth(text) / 2 + 2, connectionRadius(node, scale)];
    const free = (top) => taken.every((other) => x - half > other[1] || other[0] > x + half || top > other[3] || other[2] > top + 16);
    const top = [y + radius + 2, y - radius - 18].find(free);
    if (top === undefined) return [];
    taken.push([x - half, x + half, top, top + 16]);
    return [svgMake("text", { x: x.toFixed(1), y: (top + 12).toFixed(1), "text-anchor": "middle", "font-size": 13, fill: colours.ink, stroke: colours.paper, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" }, text)];
  });
}

/* The question. Where all is shown it names no node; else it keeps to the items that are shown. */

const connectionIri = (id) => sparqlIri(nodeIri(nodes[id]));

/** The items on the lines shown, from the one they start at: { kind, number, from, to, predicate, line }. */
function connectionItems() {
  return [...shownLinks].flatMap((link) =>
    link.items.filter((item) => itemPasses(item, link)).map((item) => {
      const [from, to] = item[3] ? [link.from, link.to] : [link.to, link.from];
      return { kind: item[0], number: item[1], from, to, predicate: item[2], line: lineOf(item) };
    }),
  );
}

/** The predicates of some items, with the words of the page. */
function connectionWords(items) {
  const terms = block("terms").predicates;
  const used = [...new Set(items.map(({ predicate }) => predicate))].sort((a, b) => a - b);
  return sparqlValues("(?property ?link)", used.map((at) => `(${sparqlIri(terms[at])} ${sparqlText(graph.predicates[at][0])})`), { indent: 4 });
}

function connectionFacts(items, line, all) {
  const some = items.filter((item) => item.line === line);
  if (!some.length) return [];
  const terms = block("terms").predicates;
  const rows = [...new Set(some.map(({ from, to, predicate }) => `(${connectionIri(from)} ${sparqlIri(terms[predicate])} ${connectionIri(to)})`))];
  const only = all ? "" : sparqlValues("(?a ?property ?b)", rows, { indent: 4 });
  // Whoever leads is a member too, and the page shows the stronger of the two.
  const stated = "    ?a ?property ?b .\n    FILTER NOT EXISTS { ?unsure rdf:subject ?a ; rdf:predicate ?property ; rdf:object ?b ; kg:asserted false }\n    FILTER(?property != kg:memberOf || NOT EXISTS { ?a kg:leaderOf ?b })\n";
  const claimed = "    ?statement rdf:subject ?a ; rdf:predicate ?property ; rdf:object ?b ; kg:asserted false .\n";
  return [`${connectionWords(some)}${only}${line === "claimed" ? claimed : stated}    BIND(${sparqlText(LINES[line])} AS ?kind)\n`];
}

function connectionClaims(items, path, words, all) {
  const predicate = graph.predicates.findIndex(([forth]) => forth === words);
  const some = items.filter((item) => item.line === "claim" && item.predicate === predicate);
  if (!some.length) return [];
  const [start, ...iris] = claimsBlock().iris;
  const rows = [...new Set(some.map(({ number, to }) => `(${sparqlIri(start + iris[number])} ${connectionIri(to)})`))];
  const only = all ? "" : sparqlValues("(?claim ?b)", rows, { indent: 4 });
  return [`${only}    ?claim kg:speaker ?a ; ${path} ?b .\n    BIND(${sparqlText(words)} AS ?link)\n    BIND(${sparqlText(LINES.claim)} AS ?kind)\n`];
}

function connectionsQuery() {
  const items = connectionItems();
  const all = sparqlWhole() && shownLinks.size === links.length && items.length === links.reduce((sum, link) => sum + link.items.length, 0);
  // An event goes by its label, all else by its name: as on the page.
  const name = (node, out) => `  OPTIONAL { ?${node} a kg:Event ; rdfs:label ?${out}Label }\n  OPTIONAL { ?${node} schema:name ?${out}Name }\n  BIND(STR(COALESCE(?${out}Label, ?${out}Name)) AS ?${out})\n`;
  const parts = [...["fact", "role", "claimed"].flatMap((line) => connectionFacts(items, line, all)), ...connectionClaims(items, "kg:about|kg:aboutEvent", "speaks about", all), ...connectionClaims(items, "kg:citesSource", "relies on", all)];
  const union = parts.map((part) => `  {\n${part}  }`).join("\n  UNION\n");
  return sparqlQuery(state.focus ? `What joins ${state.focus.label} with what lies around` : "What joins whom", CONNECTION_COLUMNS, `${union || "  FILTER(false)"}\n  FILTER(?a != ?b)\n${name("a", "from")}${name("b", "to")}`);
}
