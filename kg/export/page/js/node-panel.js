// The panel of a chosen node.

function nodePanel(node) {
  const claims = claimsOf(node);
  const made = claims.by.filter((number) => !evidence().claims[number].narrator);
  const told = claims.by.filter((number) => evidence().claims[number].narrator);
  return [
    nodeHead(node),
    nodeActions(node),
    positions(node),
    figures(claims.about.filter((number) => evidence().claims[number].event === node.id)),
    ...linkGroups(node),
    made.length ? section("Claims it makes", made.length, someOf(made, (number) => claimCard(number, { speaker: false }), { few: 4 })) : null,
    told.length ? section("Told in its own voice", told.length, someOf(told, (number) => claimCard(number, { speaker: false }), { few: 2 })) : null,
    claims.about.length ? section("Claims about it", claims.about.length, someOf(claims.about, claimCard, { few: 4 })) : null,
    nodeSources(node),
  ].filter(Boolean);
}

function nodeHead(node) {
  const [, status, sentences] = evidence().nodes[node.id];
  const kind = KINDS[node.kind].one + (node.sub ? ` · ${node.sub}` : "");
  const count = [node.mentions && plural(node.mentions, "mention"), node.articles.length && plural(node.articles.length, "article")];
  return make(
    "header",
    {},
    make("p", { className: "kind" }, icon(node.kind), kind, node.date ? make("span", { className: "bit" }, words(node.date)) : null),
    make("h2", { dir: "auto", textContent: node.label }),
    status && status !== "occurred" ? tags(tag(status, "warn")) : null,
    node.aliases.length ? make("p", { className: "aliases" }, "also ", ...node.aliases.flatMap((name, at) => (at ? [", ", words(name)] : [words(name)]))) : null,
    make("p", { className: "faint" }, count.filter(Boolean).join(" in ")),
    node.kind === "Event" && sentences.length ? passages(sentences) : null,
  );
}

function nodeActions(node) {
  const inFocus = state.focus === node;
  const actions = [];
  if (node.degree) {
    actions.push(button(inFocus ? "One step further" : "Focus", () => focusOn(node, inFocus ? state.hops + 1 : 1), { className: "main", id: "focus", title: "Show this and its neighbours alone (Enter)" }));
  }
  if (state.focus) actions.push(button("Leave focus", leaveFocus, { title: "Esc" }));
  return make("p", { className: "actions" }, ...actions);
}

/** Facts whose value is words: positions first, then by predicate. */
function positions(node) {
  const found = literalsOf(node);
  if (!found.length) return null;
  const row = (fact) =>
    make(
      "div",
      { className: fact.claimed ? "row claimed" : "row" },
      make("p", { className: "statement" }, words(fact.text, "value"), " ", fact.status && fact.status !== "current" ? tag(fact.status) : null, fact.claimed ? tag("claimed only", "warn") : null),
      fact.claimed ? claimants(fact) : null,
      passages(fact.ev),
    );
  const by = Map.groupBy ? Map.groupBy(found, (fact) => fact.p) : groups(found, (fact) => fact.p);
  return make("div", {}, ...[...by].map(([predicate, facts]) => section(graph.predicates[predicate][0], facts.length, someOf(facts, row))));
}

function groups(items, key) {
  const found = new Map();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return found;
}

/** Who gives which figure, by what is counted; lowest first. */
function figures(numbers) {
  const rows = numbers.flatMap((number) => (evidence().claims[number].figures ?? []).map((figure) => ({ number, figure })));
  if (!rows.length) return null;
  const value = ({ figure }) => figure[3] ?? Infinity;
  const table = ([measure, found]) => {
    found.sort((a, b) => value(a) - value(b));
    const differ = new Set(found.map(value)).size > 1;
    return make("div", {}, make("p", { className: "measure" }, measure, differ ? tag("figures differ", "warn") : null), someOf(found, figureRow, { few: 8 }));
  };
  return section("Figures", rows.length, ...[...groups(rows, ({ figure }) => figure[0])].map(table));
}

function figureRow({ number, figure }) {
  const claim = evidence().claims[number];
  return make(
    "div",
    { className: "figure" },
    make("p", {}, words(figure[1], "value"), " ", make("span", { className: "by" }, nodeButton(nodes[claim.s]), " ", words(claim.cue ?? ""))),
    passages(claim.ev),
  );
}

/** Links by what they say, with counts; each opens its evidence, the arrow leads to the other node. */
function linkGroups(node) {
  const rows = node.links.filter(passes).flatMap((link) => {
    const seen = new Map();
    for (const item of link.items) {
      if (item[0] === CLAIM) continue;
      const said = predicateOf(item, link.from === node.id);
      seen.set(said, { link, said, claimed: (seen.get(said)?.claimed ?? true) && Boolean(item[4]) });
    }
    return [...seen.values()];
  });
  const rank = ({ link }) => -farEnd(link, node).degree;
  const found = [...groups(rows, ({ said }) => said)].sort(([a, one], [b, two]) => one.length - two.length || (a < b ? -1 : 1));
  return found.map(([said, some]) => section(said, some.length, someOf(some.sort((a, b) => rank(a) - rank(b)), (row) => linkRow(row, node))));
}

function linkRow({ link, claimed }, node) {
  const other = farEnd(link, node);
  return make(
    "div",
    { className: claimed ? "row link claimed" : "row link" },
    icon(other.kind),
    button(words(other.label), () => chooseLink(link, node), { className: "name", title: "Show the evidence" }),
    claimed ? tag("claimed only", "warn") : null,
    button("→", () => choose(other, { show: true }), { className: "go", title: `Go to ${other.label}`, ariaLabel: `Go to ${other.label}` }),
  );
}

function nodeSources(node) {
  if (!node.articles.length) return null;
  return section("Articles", node.articles.length, someOf(node.articles, (number) => make("p", { className: "row" }, source(number))));
}
