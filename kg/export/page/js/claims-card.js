// One claim as the claims view tells it: who, in which words, how it stands to others, and where it can be read.

const cvId = (number) => `claim-${number}`;

/** The speaker, as a button that shows what else they say, here about the same. */
function cvSpeaker(node, about) {
  const action = () => cvShow(node, { about: about && about !== node ? about.key : "" });
  return button(words(node.shown), action, { className: "name cv-speaker", title: `What ${node.label} says` });
}

/** What someone is, in a few words: a position that is not a former one. */
function cvPosition(node) {
  const found = literalsOf(node).find((fact) => graph.predicates[fact.p][0] === "position" && !fact.claimed && fact.status !== "former");
  return found ? make("span", { className: "faint" }, ", ", words(found.text)) : null;
}

function cvCard(number, { node = null, open = false, speaker = true, verdicts = true } = {}) {
  const claim = evidence().claims[number];
  const said = cvSaid(number);
  return make(
    "article",
    { className: "cv-card", id: cvId(number), tabIndex: -1 },
    make(
      "p",
      { className: "cv-by" },
      make("span", {}, speaker ? cvSpeaker(nodes[claim.s], node) : null, speaker ? cvPosition(nodes[claim.s]) : null, " ", claim.cue ? words(claim.cue, "cue") : null),
      said.text ? make("span", { className: "cv-when", title: said.own ? "When it was said" : "When the article was published" }, said.own ? figDay(said.text) : `published ${figDay(said.text)}`) : null,
    ),
    claimWords(claim),
    tags(
      claim.negated && tag("denied", "warn"),
      claim.quote === "direct" && tag("direct quote"),
      claim.quote === "mixed" && tag("partly quoted"),
      claim.certainty && !["certain", "underspecified"].includes(claim.certainty) && tag(claim.certainty),
      claim.future && tag("about the future"),
      ...cvFigures(number).map((figure) => cvScope(number, figure, node)).filter(Boolean).map((scope) => make("span", { className: "tag" }, "counts only ", words(scope))),
    ),
    verdicts ? cvVerdicts(number) : null,
    cvChain(number),
    cvReading(claim.ev, open),
  );
}

/** How the claim stands to others, and why. */
function cvVerdicts(number) {
  const found = cvPairs(number).filter((pair) => passesClaim(pair.other));
  if (!found.length) return null;
  const order = (pair) => (cvSideOf(pair) < 0 ? 0 : cvSideOf(pair) > 0 ? 1 : 2);
  const rows = [...found].sort((a, b) => order(a) - order(b) || a.other - b.other).map((pair) => cvVerdict(pair));
  const few = rows.length > 4 ? 3 : 4; // to open a list for one more line is not worth a click
  const list = make("ul", { className: "cv-verdicts" }, ...rows.slice(0, few));
  if (rows.length > few) list.append(make("li", { className: "more" }, button(`${rows.length - few} more`, (event) => (event.target.parentElement.remove(), list.append(...rows.slice(few))), { className: "quiet" })));
  return list;
}

function cvVerdict({ other, verdict, forth, reason, otherFigure }) {
  const [, forwards, backwards, side] = claimsBlock().verdicts[verdict];
  const claim = evidence().claims[other];
  const figure = cvFigures(other)[otherFigure] ?? cvFigures(other)[0];
  const said = figure ? figure[CV_WORDS] : clip(claim.text, 70);
  return make(
    "li",
    { className: FIG_CLASSES[Math.sign(side)] },
    make("span", { className: "verdict" }, forth ? forwards : backwards),
    " ",
    button(words(`“${said}”`), () => cvGo(other), { className: "name", title: "Show that claim" }),
    " ",
    make("span", { className: "faint" }, words(nodes[claim.s].label)),
    reason ? make("span", { className: "reason", dir: "auto", textContent: reason }) : null,
  );
}

/** By whose hand it reached us: "on the word of X, quoted by Y in Z". */
function cvChain(number) {
  const claim = evidence().claims[number];
  const article = graph.articles[cvArticle(number)];
  const own = article?.by?.includes(nodes[claim.s].label);
  const parts = [];
  if (claim.cites !== undefined) parts.push("on the word of ", nodeButton(nodes[claim.cites]), ", ");
  if (claim.narrator) parts.push("in the article’s own voice, ");
  else if (article?.by && !own) parts.push("quoted by ", words(article.by), ", ");
  if (article) parts.push("in ", cvArticleLink(article));
  return parts.length ? make("p", { className: "cv-chain" }, ...parts) : null;
}

function cvArticleLink(article) {
  const title = `“${article.title}”`;
  if (!/^https?:\/\//i.test(article.url ?? "")) return words(title, "headline");
  return make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer nofollow", dir: "auto", textContent: title });
}

/** The paragraph with the sentence highlighted, on request. */
function cvReading(numbers, open) {
  if (!numbers?.length) return make("p", { className: "faint" }, "No sentence in the graph.");
  const box = make("details", { className: "evidence", open }, make("summary", {}, "Read it in the article"));
  const fill = () => box.childElementCount === 1 && box.append(...numbers.map(passage));
  if (open) fill();
  box.addEventListener("toggle", fill);
  return box;
}

/** Opens a claim's sentence and brings it into view; one that is not shown here is shown where its speaker is. */
function cvGo(number) {
  if (!byId(cvId(number))) cvShow(nodes[evidence().claims[number].s], {});
  const card = byId(cvId(number));
  if (!card) return;
  card.querySelector("details").open = true;
  card.scrollIntoView({ block: "center" });
  card.querySelector("summary")?.focus({ preventScroll: true });
  for (const other of document.querySelectorAll(".cv-card.found")) other.classList.remove("found");
  card.classList.add("found");
}
