// The claims view: what is disputed; of one event or name, who says what, for and against side by side.

addView({
  id: "claims",
  label: "Claims",
  order: 20,
  wide: true,
  own: ["topic", "about"],
  ready: () => Boolean(byId("block-claims")),
  key: () => [state.node?.id ?? "", state.claim, ownWord("claims", "topic"), ownWord("claims", "about"), cvWidth(byId("view-claims")), data.filteredClaims.join()].join("|"),
  render(panel) {
    panel.replaceChildren(make("div", { className: "cv" }, ...(state.node ? cvNode(state.node, cvWidth(panel)) : cvOpening())));
    // A claim chosen elsewhere is opened here.
    if (state.claim >= 0 && byId(cvId(state.claim))) cvGo(state.claim);
  },
});

addEventListener("resize", () => state.view === "claims" && render());

/** Room for a chart: without the margins of the view and of the chart's own frame. */
const cvWidth = (panel) => Math.max(280, Math.min(1048, (panel?.clientWidth || 1000) - (innerWidth > 800 ? 98 : 64)));

/** Shows what is said about or by a node, at the top of the view. */
function cvShow(node, { topic = "", about = "" } = {}) {
  for (const [name, value] of [["claims-topic", topic], ["claims-about", about]]) {
    if (value) state.own[name] = value;
    else delete state.own[name];
  }
  state.view = "claims";
  choose(node);
  toTop(byId("view-claims"));
  document.querySelector("#view-claims h2")?.focus({ preventScroll: true });
}

const cvHeading = (...content) => make("h2", { className: "cv-title", tabIndex: -1 }, ...content);

/** The way back, and where one is. */
function cvPath() {
  return make("nav", { className: "cv-path", ariaLabel: "Where you are" }, button("All that is disputed", () => cvShow(null), { className: "quiet" }));
}

/* The opening: disputes, then who speaks and what is spoken of. */

function cvOpening() {
  const disputed = cvDisputed();
  const left = data.filteredClaims;
  const speakers = new Set(left.map((number) => evidence().claims[number].s));
  return [
    cvHeading("Who says what"),
    make("p", { className: "lead" }, `${plural(left.length, "claim")} by ${plural(speakers.size, "speaker")}, each with its sentence.`),
    disputed.length ? make("section", { className: "cv-disputes" }, make("h3", {}, "In dispute", make("span", { className: "n" }, disputed.length.toLocaleString("en"))), cvMany(disputed, cvDisputeCard, 12, "cv-grid")) : null,
    make("div", { className: "cv-lists" }, cvRanking("Most spoken about", left.flatMap((number) => evidence().claims[number].about ?? [])), cvRanking("Who speaks", left.filter((number) => !evidence().claims[number].narrator).map((number) => evidence().claims[number].s))),
  ].filter(Boolean);
}

/** A list of which the first few are shown, and the rest on request. */
function cvMany(items, render, few, className) {
  const list = make("div", { className }, ...items.slice(0, few).map(render));
  if (items.length <= few) return list;
  const more = button(`Show all ${items.length.toLocaleString("en")}`, () => (more.remove(), list.append(...items.slice(few).map(render))), { className: "quiet" });
  return make("div", {}, list, more);
}

function cvDisputeCard({ node, question }) {
  const speakers = new Set(question.numbers.map((number) => evidence().claims[number].s)).size;
  const facts = [plural(question.numbers.length, "claim"), plural(speakers, "speaker"), question.contradictions ? plural(question.contradictions, "contradiction") : "figures differ"];
  return make(
    "button",
    { type: "button", className: "cv-dispute", onclick: () => cvShow(node, { topic: question.id }) },
    make("span", { className: "cv-about" }, icon(node.kind), words(node.label)),
    make("span", { className: "cv-question", dir: "auto", textContent: question.title }),
    question.measure === undefined ? null : figStrip(node, question),
    make("span", { className: "faint" }, facts.join(" · ")),
  );
}

function cvRanking(title, ids) {
  const counts = new Map();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const rows = [...counts].sort(([a, one], [b, other]) => other - one || a - b).map(([id, count]) => ({ node: nodes[id], count }));
  const row = ({ node, count }) => make("div", { className: "row link" }, icon(node.kind), button(words(node.shown), () => cvShow(node), { className: "name" }), make("span", { className: "n" }, plural(count, "claim")));
  return rows.length ? make("section", {}, make("h3", {}, title), someOf(rows, row, { few: 8 })) : null;
}

/* One event or name. */

function cvNode(node, width) {
  const left = cvLeft();
  const by = claimsOf(node).by.filter((number) => left.has(number)).sort(cvEarlier);
  const about = cvAbout(node);
  const kind = KINDS[node.kind].one + (node.sub ? ` · ${node.sub}` : "");
  const head = [
    cvPath(),
    make("p", { className: "kind" }, icon(node.kind), make("span", {}, kind, cvPosition(node)), node.date ? make("span", { className: "bit" }, words(node.date)) : null),
    cvHeading(words(node.label)),
  ];
  const people = cvPeople(node, left);
  if (!by.length && !about.length && !people) return [...head, make("p", { className: "lead" }, "No claim in these articles is by or about this name, or the filters hide it.")];
  return [...head, people, ...(by.length ? cvSays(node, by) : []), ...(about.length ? cvSaidAbout(node, about, width, by.length > 0) : [])].filter(Boolean);
}

/** What is said about a node: its questions, one or all of them. */
function cvSaidAbout(node, numbers, width, both) {
  const questions = cvQuestions(node, numbers);
  const topic = questions.find(({ id }) => id === ownWord("claims", "topic"));
  const shown = topic ? [topic] : questions;
  return [
    both ? make("h3", { className: "cv-part" }, `What is said about ${node.label}`, make("span", { className: "n" }, numbers.length.toLocaleString("en"))) : null,
    questions.length > 1 ? cvChips(questions, topic) : null,
    ...shown.map((question) => cvQuestionSection(node, question, width)),
  ].filter(Boolean);
}

function cvChips(questions, topic) {
  const chip = (id, text, count, chosen) => {
    const made = button(make("span", { dir: "auto", textContent: clip(text, 60) }), () => setOwn("claims", { topic: id }), { className: "cv-chip" });
    made.append(make("span", { className: "n" }, count.toLocaleString("en")));
    made.setAttribute("aria-pressed", String(chosen));
    return made;
  };
  const all = questions.reduce((sum, { numbers }) => sum + numbers.length, 0);
  return make("div", { className: "cv-chips", role: "group", ariaLabel: "Questions" }, chip("", "All", all, !topic), ...questions.map((question) => chip(question.id, question.title, question.numbers.length, question === topic)));
}

function cvQuestionSection(node, question, width) {
  const rest = question.numbers.filter((number) => !question.disputes.some(({ sides }) => sides.has(number))).sort(cvEarlier);
  const chart = question.measure === undefined ? null : figChart(node, question, width);
  chart?.querySelectorAll(".fig-row").forEach((row) => figLeads(row));
  return make(
    "section",
    { className: "cv-section", ariaLabel: question.title },
    make("h3", { className: "cv-asked", dir: "auto" }, question.title, question.contradictions ? tag(plural(question.contradictions, "contradiction"), "warn") : null),
    chart,
    ...question.disputes.map((dispute) => cvColumns(node, question, dispute)),
    rest.length ? cvNeither(node, question, rest) : null,
  );
}

/** A figure in the chart leads to its words, by click, Enter or space. */
function figLeads(row) {
  row.onclick = () => cvGo(Number(row.dataset.claim));
  row.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    row.onclick();
  };
}

/** What the first dispute of a question is measured by: the figure, else the words. */
function cvPivotWords(question, dispute = question.disputes[0]) {
  const figure = question.measure === undefined ? null : cvFigures(dispute.pivot).find((one) => one[CV_MEASURE] === question.measure);
  return `“${figure ? figure[CV_WORDS] : clip(evidence().claims[dispute.pivot].text, 60)}”`;
}

function cvColumns(node, question, dispute) {
  const side = (wanted) => [...dispute.sides].filter(([, found]) => found === wanted).map(([number]) => number).sort(cvEarlier);
  const [pro, contra] = [side(CV_FOR), side(CV_AGAINST)];
  const speaker = nodes[evidence().claims[dispute.pivot].s].label;
  const column = (name, className, numbers, more) =>
    make("div", { className: `cv-side ${className}` }, make("h4", {}, name, " ", make("bdi", { className: "cv-pivot", textContent: cvPivotWords(question, dispute) }), make("span", { className: "n" }, numbers.length.toLocaleString("en"))), more, ...numbers.map((number) => cvCard(number, { node })));
  return make("div", { className: "cv-columns" }, column("For", "for", pro, make("p", { className: "faint" }, "as ", words(speaker), " puts it")), column("Against", "against", contra, make("p", { className: "faint" }, "says otherwise, or denies it")));
}

function cvNeither(node, question, numbers) {
  const title = question.disputes.length ? "Neither for nor against" : "";
  const why = question.measure !== undefined && question.disputes.length ? "counts a part, leaves room for both, or was taken over by a later figure" : "";
  return make("div", { className: "cv-neither" }, title ? make("h4", {}, title, make("span", { className: "n" }, numbers.length.toLocaleString("en"))) : null, why ? make("p", { className: "faint" }, why) : null, cvMany(numbers, (number) => cvCard(number, { node }), 12, "cv-flow"));
}
