// The panels of a link, of a claim, and of the ways between two names.

function linkPanel(one, other) {
  const link = linkBetween(one, other);
  const of = (kind) => link.items.filter((item) => (kind === CLAIM) === (item[0] === CLAIM) && itemPasses(item, link)).map((item) => item[1]);
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
    make("p", { className: "actions" }, state.to ? button("Back to the connection", () => choose(null)) : button(make("span", {}, "Back to ", words(clip(one.label, 32))), () => choose(one))),
    facts.length ? section("Facts", facts.length, someOf(facts, (fact) => factCard(fact, { open }), { few: 12 })) : null,
    claims.length ? section("Claims", claims.length, someOf(claims, (number) => claimCard(number, { open }), { few: 12 })) : null,
  ].filter(Boolean);
}

function claimPanel(number) {
  const speaker = nodes[evidence().claims[number].s];
  return [
    make("header", {}, make("p", { className: "kind" }, icon(speaker.kind), "Claim"), make("h2", {}, nodeButton(speaker))),
    make("p", { className: "actions" }, button(make("span", {}, "All of ", words(clip(speaker.label, 32))), () => choose(speaker))),
    make("section", {}, claimCard(number, { open: true, speaker: false })),
  ];
}

function waysPanel(from, to) {
  const ways = waysBetween(from, to);
  const steps = ways.length ? ways[0].length - 1 : 0;
  const found = ways.length > 1 ? `The ${ways.length} most telling of the shortest ways, ${plural(steps, "step")} each.` : `The shortest way has ${plural(steps, "step")}.`;
  return [
    make(
      "header",
      {},
      make("p", { className: "kind" }, "Connection"),
      make("h2", {}, nodeButton(from), make("span", { className: "and" }, " to "), nodeButton(to)),
      make("p", { className: "faint" }, ways.length ? found : activeFilters().length ? "With these filters no way leads from one to the other." : "No way leads from one to the other."),
    ),
    make("p", { className: "actions" }, button("Turn round", () => showWays(to, from)), button("Leave", leaveWays, { className: "main", title: "Esc" })),
    ...ways.map((way, at) => section(ways.length > 1 ? `Way ${at + 1}` : "Step by step", 0, wayList(way))),
  ];
}

/** A way as a list: each name, and between two names what links them, which opens the evidence. */
function wayList(way) {
  const step = ([one, other]) => {
    const link = linkBetween(one, other);
    return [make("li", { className: "said" }, button(linkWords(link, one), () => chooseLink(link, one), { className: "quiet", title: "Show the evidence" })), make("li", { className: "stop" }, icon(other.kind), nodeButton(other))];
  };
  return make("ol", { className: "way" }, make("li", { className: "stop" }, icon(way[0].kind), nodeButton(way[0])), ...eachStep(way).flatMap(step));
}
