// The panel: a node, a link, or what the whole map holds.

function linkPanel(one, other) {
  const link = linkBetween(one, other);
  const of = (kind) => link.items.filter((item) => (kind === CLAIM) === (item[0] === CLAIM)).map((item) => item[1]);
  const facts = of(FACT).map((number) => evidence().facts[number]);
  const claims = [...new Set(of(CLAIM))];
  const open = facts.length + claims.length <= 4;
  return [
    make(
      "header",
      {},
      make("p", { className: "kind" }, "Link"),
      make("h2", {}, nodeButton(one), make("span", { className: "and" }, " and "), nodeButton(other)),
      make("p", { className: "faint" }, [facts.length && plural(facts.length, "fact"), claims.length && plural(claims.length, "claim")].filter(Boolean).join(", ")),
    ),
    make("p", { className: "actions" }, button(words(`Back to ${clip(one.label, 32)}`), () => choose(one))),
    facts.length ? section("Facts", facts.length, someOf(facts, (fact) => factCard(fact, { open }), { few: 12 })) : null,
    claims.length ? section("Claims", claims.length, someOf(claims, (number) => claimCard(number, { open }), { few: 12 })) : null,
  ].filter(Boolean);
}

function overview() {
  const row = (node) =>
    make("div", { className: "row link" }, icon(node.kind), button(words(node.label), () => choose(node, { show: true }), { className: "name" }), make("span", { className: "n" }, plural(node.degree, "link")));
  const best = ranked.filter((node) => node.degree && !state.off.has(node.kind));
  const disputed = graph.disputed.map((id) => nodes[id]);
  return [
    make(
      "header",
      {},
      make("p", { className: "kind" }, "Overview"),
      make("p", { className: "lead" }, `${plural(nodes.length, "name")} and events, ${plural(links.length, "link")}, from ${plural(graph.articles.length, "article")}. `, "Choose one to read the sentences behind it."),
      graph.leftOut ? make("p", { className: "faint" }, `${plural(graph.leftOut, "less linked name")} left out of this page.`) : null,
    ),
    disputed.length ? section("Where figures differ", disputed.length, someOf(disputed, row, { few: 5 })) : null,
    best.length ? section("Most linked", 0, someOf(best.slice(0, 40), row, { few: 12 })) : null,
    section("Keys", 0, keys()),
  ].filter(Boolean);
}

function keys() {
  const known = [["/", "search"], ["← ↑ → ↓", "walk to a neighbour"], ["Enter", "focus, then one step further"], ["Esc", "back"], ["f", "fit"], ["+ −", "zoom"]];
  return make("dl", { className: "keys" }, ...known.flatMap(([key, text]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, text)]));
}

let panelShows;
function fillPanel() {
  const shows = [state.node?.id, state.mate?.id, state.focus?.id, state.hops, state.article, [...state.off], [...state.noLines]].join("|");
  if (shows === panelShows) return;
  panelShows = shows;
  const content = state.mate ? linkPanel(state.node, state.mate) : state.node ? nodePanel(state.node) : overview();
  const hidden = state.node && !shownNodes.has(state.node) ? [make("p", { className: "note" }, "Not on the map: the filters hide it.")] : [];
  byId("panel").replaceChildren(...hidden, ...content);
  byId("panel").scrollTop = 0;
}
