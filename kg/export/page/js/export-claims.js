// The claims view as a drawing, a table and a question.

const CLAIM_COLUMNS = ["who", "stance", "words", "cue", "said", "measure", "figure", "scope", "article", "sentence", "claim"];

addOutput("claims", {
  get name() {
    return state.node ? "claims" : "all-claims";
  },
  picture: claimsPicture,
  rows: claimRows,
  query: claimsQuery,
});

/** The claims that the view shows, in its order. */
function claimsShown() {
  if (!state.node) return data.filteredClaims;
  const left = cvLeft();
  const about = nodeAt.get(ownWord("claims", "about"));
  const by = claimsOf(state.node).by.filter((number) => left.has(number) && (!about || cvIsAbout(number, about)));
  const asked = claimsQuestions();
  return [...new Set([...asked.flatMap(({ numbers }) => numbers), ...by])].sort((a, b) => a - b);
}

function claimsQuestions() {
  if (!state.node) return [];
  const questions = cvQuestions(state.node, cvAbout(state.node));
  const topic = questions.find(({ id }) => id === ownWord("claims", "topic"));
  return topic ? [topic] : questions;
}

/** A row for each claim, figure, scope and sentence. */
function claimRows() {
  const rows = claimsShown().flatMap((number) => {
    const claim = evidence().claims[number];
    const figures = cvFigures(number).length ? cvFigures(number) : [null];
    const sentences = claim.ev?.length ? claim.ev : [null];
    const scopes = (figure) => (figure?.[CV_SCOPE_WORDS].length ? figure[CV_SCOPE_WORDS] : [""]);
    return figures.flatMap((figure) => scopes(figure).flatMap((scope) => sentences.map((at) => claimRow(number, figure, scope, at))));
  });
  const known = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return [CLAIM_COLUMNS, ...known.values()];
}

function claimRow(number, figure, scope, at) {
  const claim = evidence().claims[number];
  const [start, ...iris] = claimsBlock().iris;
  const sentence = at === null ? null : evidence().sentences[at];
  const article = sentence ? graph.articles[sentence[0]]?.title ?? "" : "";
  const measure = figure ? claimsBlock().measures[figure[CV_MEASURE]][0].replace(/^.*#/, "") : "";
  return [nodes[claim.s].label, claim.negated ? "denies" : "says", claim.text, claim.cue ?? "", claimsBlock().said[number]?.[2] ?? "", measure, figure ? figure[CV_WORDS] : "", scope, article, sentence ? splitPassage(sentence)[1] : "", start + iris[number]];
}

function claimsQuery() {
  const [start, ...iris] = claimsBlock().iris;
  const shown = claimsShown();
  const all = sparqlWhole() && !state.node && shown.length === evidence().claims.length;
  const which = all ? "" : sparqlValues("?claim", shown.map((number) => sparqlIri(start + iris[number])));
  const pattern = `${which}  ?claim kg:speaker ?speaker .
  OPTIONAL { ?claim kg:polarity ?polarity }
  BIND(IF(BOUND(?polarity) && ?polarity = kg:Negated, "denies", "says") AS ?stance)
  OPTIONAL { ?speaker schema:name ?name }
  OPTIONAL { ?speaker rdfs:label ?label }
  BIND(STR(COALESCE(?name, ?label)) AS ?who)
  OPTIONAL { ?claim schema:text ?text }
  BIND(STR(?text) AS ?words)
  OPTIONAL { ?claim kg:cue ?cue }
  OPTIONAL { ?claim kg:saidEdtf ?edtf }
  OPTIONAL { ?claim kg:saidNotBefore ?day }
  BIND(COALESCE(?edtf, STR(?day)) AS ?said)
  OPTIONAL {
    ?claim kg:quantity ?quantity .
    ?quantity kg:quantityText ?figure .
    OPTIONAL { ?quantity kg:measure ?kind . BIND(STRAFTER(STR(?kind), "#") AS ?measure) }
    OPTIONAL { ?quantity kg:scope ?scope }
  }
  OPTIONAL {
    ?claim kg:evidence ?segment .
    ?segment nif:anchorOf ?sentence .
    OPTIONAL { ?segment nif:referenceContext/schema:headline ?headline }
    OPTIONAL { ?segment nif:referenceContext/rdfs:label ?articleLabel }
    BIND(STR(COALESCE(?headline, ?articleLabel)) AS ?article)
  }
`;
  const question = state.node ? `Who says what: ${state.node.label}` : "Who says what";
  return sparqlQuery(question, CLAIM_COLUMNS, pattern, ["who", "said", "words", "figure", "sentence", "claim"]);
}

/* The drawing: charts, and beneath each the words for and against in two columns. */

const CLAIMS_WIDTH = 1040;

function claimsPicture() {
  const pen = { y: 8, parts: [] };
  const questions = claimsQuestions();
  for (const question of questions) claimsDrawQuestion(pen, question);
  const drawn = new Set(questions.flatMap(({ numbers }) => numbers));
  const rest = claimsShown().filter((number) => !drawn.has(number)).slice(0, 200);
  if (rest.length) claimsDrawList(pen, rest, 24, CLAIMS_WIDTH - 48, "");
  return svgSheet(CLAIMS_WIDTH, pen.y + 24, state.node ? `Who says what: ${state.node.label}` : "Who says what", ...pen.parts);
}

function claimsDrawQuestion(pen, question) {
  pen.y += 22;
  pen.parts.push(svgMake("text", { x: 24, y: pen.y, "font-size": 17, "font-weight": 600, fill: colours.ink }, svgClip(question.title, CLAIMS_WIDTH - 48, 17, 600)));
  pen.y += 12;
  if (question.measure !== undefined) claimsDrawChart(pen, question);
  for (const dispute of question.disputes) {
    const side = (wanted) => [...dispute.sides].filter(([, found]) => found === wanted).map(([number]) => number).sort(cvEarlier);
    const start = pen.y;
    const half = (CLAIMS_WIDTH - 72) / 2;
    const ends = [[CV_FOR, 24, "For"], [CV_AGAINST, 48 + half, "Against"]].map(([wanted, x, name]) => {
      pen.y = start;
      claimsDrawList(pen, side(wanted), x, half, `${name} ${cvPivotWords(question, dispute)}`);
      return pen.y;
    });
    pen.y = Math.max(...ends);
  }
  const rest = question.numbers.filter((number) => !question.disputes.some(({ sides }) => sides.has(number))).sort(cvEarlier);
  if (rest.length) claimsDrawList(pen, rest.slice(0, 60), 24, CLAIMS_WIDTH - 48, question.disputes.length ? "Neither for nor against" : "");
  pen.y += 16;
}

/** The chart as the page shows it, with its looks; it is put on the page for a moment where it is not there. */
function claimsDrawChart(pen, question) {
  const holder = make("div", { className: "cv fig-holder" }, figChart(state.node, question, CLAIMS_WIDTH - 48));
  byId("view-claims").append(holder);
  const chart = svgWithLooks(holder.querySelector("svg.fig-drawing"));
  holder.remove();
  const height = Number(chart.getAttribute("height"));
  pen.parts.push(svgMake("g", { transform: `translate(24 ${pen.y})` }, ...chart.childNodes));
  pen.y += height + 12;
}

function claimsDrawList(pen, numbers, x, width, title) {
  const line = (text, size, looks) => {
    pen.y += Math.round(size * 1.4);
    pen.parts.push(svgMake("text", { x, y: pen.y, "font-size": size, fill: colours.ink, ...looks }, text));
  };
  if (title) line(svgClip(title, width, 13, 600), 13, { "font-weight": 600, fill: colours.soft });
  for (const number of numbers) {
    const claim = evidence().claims[number];
    const said = cvSaid(number).text;
    pen.y += 8;
    line(svgClip([nodes[claim.s].label, claim.cue ?? "", claim.negated && claimsBlock().kinds[number] !== "deny" ? "(denied)" : ""].filter(Boolean).join(" "), width, 13, 600), 13, { "font-weight": 600 });
    for (const one of svgLines(claim.text, width, 15)) line(one, 15, {});
    line(svgClip([said, graph.articles[cvArticle(number)]?.title].filter(Boolean).join(" · "), width, 12), 12, { fill: colours.soft });
  }
  pen.y += 10;
}
