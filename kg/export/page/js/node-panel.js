// The panel of a chosen node.

function nodePanel(node) {
  const claims = claimsOf(node);
  const made = claims.by.filter((number) => !evidence().claims[number].narrator && passesClaim(number));
  const told = claims.by.filter((number) => evidence().claims[number].narrator && passesClaim(number));
  const about = claims.about.filter(passesClaim);
  const says = linksBySaying(node);
  return [
    nodeHead(node),
    nodeActions(node),
    wayPicker(node),
    positions(node),
    figures(node, about.filter((number) => evidence().claims[number].event === node.id)),
    claimsByTopic(made, groupButton(node, says, true)),
    ...linkGroups(node, says),
    about.length ? sectionWith(groupButton(node, says, false), node.kind === "Event" ? "What is said about it" : "Said about them", about.length, someOf(about, claimCard, { few: 4 })) : null,
    told.length ? section("Told in its own voice", told.length, someOf(told, (number) => claimCard(number, { speaker: false }), { few: 2 })) : null,
    nodeSources(node),
  ].filter(Boolean);
}

function nodeHead(node) {
  const [, status, sentences] = evidence().nodes[node.id];
  const kind = KINDS[node.kind].one + (node.sub ? ` · ${node.sub}` : "");
  const count = [node.kind !== "Event" && node.mentions && plural(node.mentions, "mention"), node.articles.length && plural(node.articles.length, "article")];
  return make(
    "header",
    {},
    make("p", { className: "kind" }, icon(node.kind), kind),
    make("h2", { dir: "auto", className: node.kind.toLowerCase(), textContent: node.shown }),
    node.date ? make("p", { className: "when" }, words(node.date)) : null,
    status && status !== "occurred" ? tags(tag(statusWords(status), "warn")) : null,
    node.aliases.length ? make("p", { className: "aliases" }, "also ", ...node.aliases.flatMap((name, at) => (at ? [", ", words(name)] : [words(name)]))) : null,
    make("p", { className: "faint" }, count.filter(Boolean).join(" in ")),
    node.kind === "Event" && sentences.length ? passages(sentences) : null,
  );
}

/** As the page says it of facts too. */
const statusWords = (status) => (status === "claimed only" ? "only claimed" : status);

function nodeActions(node) {
  const inFocus = state.focus === node && state.hops > 0;
  const actions = [];
  if (node.degree) {
    actions.push(button(inFocus ? "One step further" : "Neighbours only", () => focusOn(node, inFocus ? state.hops + 1 : 1), { className: "main", id: "focus", title: "Show this and its neighbours alone (Enter)" }));
    actions.push(button("Connection to …", () => showPicker(true), { id: "way", title: "How this is connected to another name (c)", ariaExpanded: "false" }));
  }
  const { by, about } = claimsOf(node);
  if (by.length + about.length && views.get("claims")?.ready(data)) actions.push(button("Claims", () => cvShow(node), { id: "claims", title: "Who says what, side by side" }));
  if (state.to) actions.push(button("Back to the connection", () => choose(null), { title: "Esc" }));
  return make("p", { className: "actions" }, ...actions);
}

/** A field for the second of two names. */
function wayPicker(node) {
  if (!node.degree) return null;
  const field = make("input", { id: "other", type: "search", role: "combobox", autocomplete: "off", spellcheck: false, placeholder: `From ${clip(node.label, 24)} to …`, aria: { expanded: "false", controls: "others", autocomplete: "list", label: `How ${node.label} is connected to` } });
  const list = make("ul", { id: "others", className: "hits", role: "listbox", hidden: true, aria: { label: "Names found" } });
  namePicker(field, list, (other) => other !== node && showWays(node, other));
  return make("div", { id: "picker", className: "search", hidden: true }, field, list);
}

function showPicker(shown) {
  const picker = byId("picker");
  if (!picker) return;
  picker.hidden = !shown;
  byId("way").setAttribute("aria-expanded", String(shown));
  if (shown) byId("other").focus();
}

/** Facts whose value is words: positions first, then by predicate. */
function positions(node) {
  const found = literalsOf(node);
  if (!found.length) return null;
  const row = (fact) =>
    make(
      "div",
      { className: fact.claimed ? "row claimed" : "row" },
      make("p", { className: "statement" }, words(fact.text, "value"), " ", fact.status && fact.status !== "current" ? tag(fact.status) : null, fact.when ? tag(fact.when) : null, fact.claimed ? tag("only claimed", "warn") : null),
      fact.claimed ? claimants(fact) : null,
      passages(fact.ev),
    );
  const by = groups(found, (fact) => fact.p);
  return make("div", {}, ...[...by].map(([predicate, facts]) => section(graph.predicates[predicate][0], facts.length, someOf(facts, row))));
}

/** What someone says, by what it is about: the most spoken of first. */
function claimsByTopic(numbers, more) {
  if (!numbers.length) return null;
  const topics = groups(numbers, (number) => (evidence().claims[number].about ?? [])[0] ?? -1);
  const scattered = topics.size > 3 && numbers.length < 1.5 * topics.size;
  const card = (number) => claimCard(number, { speaker: false, about: scattered || (evidence().claims[number].about ?? []).length > 1 });
  if (scattered) return sectionWith(more, "Says", numbers.length, someOf(numbers, card));
  const topic = ([id, some]) =>
    make(
      "details",
      { className: "topic", open: topics.size === 1 || some.length + topics.size <= 4 },
      make("summary", {}, id < 0 ? "on other matters" : make("span", {}, "on ", words(nodes[id].label)), " ", make("span", { className: "n" }, String(some.length))),
      someOf(some, card, { few: 6 }),
    );
  return sectionWith(more, "Says", numbers.length, someOf([...topics].sort((a, b) => b[1].length - a[1].length), topic));
}

/** Who gives which figure, by what is counted; lowest first. */
function figures(node, numbers) {
  const rows = numbers.flatMap((number) => (evidence().claims[number].figures ?? []).map((figure) => ({ number, figure })));
  if (!rows.length) return null;
  const value = ({ figure }) => figure[3] ?? Infinity;
  const table = ([measure, found]) => {
    found.sort((a, b) => value(a) - value(b));
    const differ = new Set(found.map(value)).size > 1;
    return make("div", {}, make("p", { className: "measure" }, make("span", {}, measure), differ ? tag("figures differ", "warn") : null), someOf(found, figureRow, { few: 8 }));
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

/** A button that brings the far ends of a group of links onto the map, with how many are not on it yet. */
function openButton(node, said, rows) {
  const away = rows.filter(({ link }) => !shownNodes.has(farEnd(link, node)) && !state.off.has(farEnd(link, node).kind)).length;
  const alone = !state.focus && rows.length < node.degree;
  if (state.view !== "connections" || state.to || (!away && !alone)) return null;
  const text = away ? `Show ${away.toLocaleString("en")} more` : "Show only these";
  return button(text, () => openGroup(node, said), { className: "quiet", title: `On the map: “${said}” of ${node.label}` });
}

/** The same for claims: those that the node makes, or those about it. */
function groupButton(node, says, made) {
  const [, rows] = [...says].find(([said, [row]]) => row.claim && (said === graph.saying[0]) === made) ?? [];
  return rows ? openButton(node, rows[0].said, rows) : null;
}

/** Links by what they say, with counts; each opens its evidence, the arrow leads to the other node. */
function linkGroups(node, says) {
  const rank = ({ link }) => -farEnd(link, node).degree;
  const facts = [...says].filter(([, [row]]) => !row.claim).sort(([a, one], [b, two]) => one.length - two.length || (a < b ? -1 : 1));
  return facts.map(([said, rows]) => sectionWith(openButton(node, said, rows), said, rows.length, someOf(rows.sort((a, b) => rank(a) - rank(b)), (row) => linkRow(row, node))));
}

function linkRow({ link, claimed }, node) {
  const other = farEnd(link, node);
  return make(
    "div",
    { className: claimed ? "row link claimed" : "row link" },
    icon(other.kind),
    button(words(other.shown), () => chooseLink(link, node), { className: "name", title: "Show the evidence" }),
    claimed ? tag("only claimed", "warn") : null,
    button("→", () => choose(other, { show: true }), { className: "go", title: `Go to ${other.label}`, ariaLabel: `Go to ${other.label}` }),
  );
}

function nodeSources(node) {
  if (!node.articles.length) return null;
  return section("Articles", node.articles.length, someOf(node.articles, (number) => make("p", { className: "row" }, source(number))));
}
