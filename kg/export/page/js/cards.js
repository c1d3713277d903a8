// One fact and one claim, as the panel shows them.

const QUOTES = { direct: "direct quote", mixed: "partly quoted", indirect: "reported", narration: "the article’s own voice" };

const tag = (text, className = "") => make("span", { className: `tag ${className}`, textContent: text });
const tags = (...found) => make("p", { className: "tags" }, ...found.filter(Boolean));
const sure = (value) => (value === undefined ? null : tag(`confidence ${Math.round(value * 100)} %`, "faint"));

const nodeButton = (node) => button(words(node.label), () => choose(node, { show: true }), { className: "name" });

/** Names in a row with commas between. */
const listed = (some) => some.flatMap((node, at) => (at ? [", ", nodeButton(node)] : [nodeButton(node)]));

function factCard(fact, { open = false } = {}) {
  const subject = nodes[fact.s];
  const object = fact.o < 0 ? words(fact.text, "value") : nodeButton(nodes[fact.o]);
  return make(
    "article",
    { className: fact.claimed ? "card claimed" : "card" },
    make("p", { className: "statement" }, nodeButton(subject), " ", make("span", { className: "predicate" }, graph.predicates[fact.p][0]), " ", object),
    tags(fact.claimed && tag("only claimed", "warn"), fact.status && fact.status !== "current" && tag(fact.status), fact.when && tag(fact.when), sure(fact.conf)),
    fact.claimed ? claimants(fact) : null,
    passages(fact.ev, { open }),
  );
}

/** Who claims what no article says in its own voice. */
function claimants(fact) {
  const number = evidence().facts.indexOf(fact);
  const who = [...new Set(evidence().claims.filter((claim) => claim.states?.includes(number)).map((claim) => nodes[claim.s]))];
  return who.length ? make("p", { className: "by" }, "claimed by ", ...listed(who)) : null;
}

function claimCard(number, { open = false, speaker = true, about: named = true } = {}) {
  const claim = evidence().claims[number];
  const about = (claim.about ?? []).map((id) => nodes[id]);
  return make(
    "article",
    { className: "card claim", dir: "auto" },
    speaker ? make("p", { className: "by" }, nodeButton(nodes[claim.s]), " ", claim.cue ? words(claim.cue, "cue") : null) : claim.cue ? make("p", { className: "by" }, words(claim.cue, "cue")) : null,
    claimWords(claim),
    tags(
      claim.quote && tag(QUOTES[claim.quote] ?? claim.quote),
      claim.negated && tag("denies it", "warn"),
      claim.certainty && !["certain", "underspecified"].includes(claim.certainty) && tag(claim.certainty),
      claim.future && tag("about the future"),
      claim.said && tag(`said ${claim.said}`),
      sure(claim.conf),
    ),
    named && about.length ? make("p", { className: "about" }, "about ", ...listed(about)) : null,
    claim.cites === undefined ? null : make("p", { className: "about" }, "on the word of ", nodeButton(nodes[claim.cites])),
    ...relations(claim),
    passages(claim.ev, { open }),
  );
}

/** The claim's content; what stands in quotation marks in the article is set off. */
function claimWords(claim) {
  const line = make("p", { className: "words", dir: "auto" });
  let rest = claim.text;
  for (const quoted of claim.quoted ?? []) {
    const at = rest.indexOf(quoted);
    if (at < 0) continue;
    line.append(rest.slice(0, at), make("q", { textContent: quoted }));
    rest = rest.slice(at + quoted.length);
  }
  line.append(rest);
  return line;
}

function relations(claim) {
  const named = [["contradicts", "contradicts"], ["agrees", "agrees with"], ["same", "also reported as"]];
  return named.flatMap(([key, text]) =>
    (claim[key] ?? []).map((number) => {
      const other = evidence().claims[number];
      return make("p", { className: `relation ${key}` }, tag(text, key === "contradicts" ? "warn" : ""), " ", nodeButton(nodes[other.s]), ": ", button(words(clip(other.text, 140)), () => chooseClaim(number), { className: "name plain" }));
    }),
  );
}

/** A list that shows its first few and the rest on request. */
function someOf(items, render, { few = 6 } = {}) {
  const list = make("div", { className: "list" }, ...items.slice(0, few).map(render));
  if (items.length > few) {
    const more = button(`Show all ${items.length.toLocaleString("en")}`, () => (more.remove(), list.append(...items.slice(few).map(render))), { className: "quiet" });
    list.append(more);
  }
  return list;
}

const section = (title, count, ...content) => sectionWith(null, title, count, ...content);

/** A section with something to press beside its heading. */
const sectionWith = (action, title, count, ...content) =>
  make("section", {}, make("div", { className: "head" }, make("h3", {}, title, count ? make("span", { className: "n" }, count.toLocaleString("en")) : null), action), ...content);
