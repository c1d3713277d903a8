// The panel before anything is chosen: what the graph holds and where to begin.

function overview() {
  const row = (node, count) =>
    make("div", { className: "row link" }, icon(node.kind), button(words(node.shown), () => choose(node, { show: true }), { className: "name" }), make("span", { className: "n" }, count));
  const visible = (some) => some.filter((node) => passesNode(node));
  const best = visible(ranked.filter((node) => node.degree)).slice(0, 40);
  const disputed = graph.disputed.filter(([id]) => passesNode(nodes[id]));
  const voices = graph.voices.filter(([id]) => passesNode(nodes[id]));
  return [
    overviewHead(),
    disputed.length ? section("Where figures differ", disputed.length, someOf(disputed, ([id, count]) => row(nodes[id], plural(count, "figure")), { few: 5 })) : null,
    voices.length ? section("Who speaks most", 0, someOf(voices, ([id, count]) => row(nodes[id], plural(count, "claim")), { few: 5 })) : null,
    best.length ? section("Most connected", 0, someOf(best, (node) => row(node, plural(node.degree, "link")), { few: 8 })) : null,
    nodes.length ? section("Keys", 0, keys()) : null,
  ].filter(Boolean);
}

function overviewHead() {
  const days = graph.articles.flatMap(({ day }) => (day === undefined ? [] : [day]));
  const when = days.length ? `, published ${calendar.span(Math.min(...days), Math.max(...days))}` : "";
  const events = nodes.filter(({ kind }) => kind === "Event").length;
  const holds = [nodes.length > events && plural(nodes.length - events, "name"), events && plural(events, "event")].filter(Boolean).join(" and ");
  return make(
    "header",
    {},
    make("p", { className: "kind" }, "Overview"),
    make("h2", { className: "lead" }, nodes.length ? `${holds} from ${plural(graph.articles.length, "article")}${when}.` : "Nobody and nothing is named in this graph."),
    nodes.length ? make("p", { className: "faint" }, "Choose a name to read the sentences behind it.") : null,
    graph.leftOut ? leftOutNote() : null,
  );
}

function leftOutNote() {
  const whole = nodes.length + graph.leftOut;
  return make("p", { className: "note", id: "left-out" }, `This page holds the ${nodes.length.toLocaleString("en")} most connected of ${whole.toLocaleString("en")} names and events. To browse all of them, run `, make("code", {}, "kg serve"), " on the graph.");
}

const KEYS = [["/", "find a name"], ["← ↑ → ↓", "walk to a neighbour"], ["Enter", "its neighbours only, then one step further"], ["c", "connection to another name"], ["Esc", "back"], ["f", "whole map in the window"], ["+ −", "closer, farther"]];

function keys() {
  return make("dl", { className: "keys" }, ...KEYS.flatMap(([key, text]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, text)]));
}
