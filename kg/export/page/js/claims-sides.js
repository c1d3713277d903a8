// Which claims belong to one question, and on which side each stands. No drawing here.
//
// The graph says of pairs of claims that they contradict or support each other. From the claim that most others
// contradict, sides follow along the pairs: who supports it, or contradicts one that contradicts it, is for it.

const [CV_FOR, CV_NEITHER, CV_AGAINST] = [1, 0, -1];

const claimsBlock = () => block("claims");
const cvFigures = (number) => claimsBlock().figures[number] ?? [];
const [CV_MEASURE, CV_WORDS, CV_HOW, CV_VALUE, CV_LOW, CV_HIGH, CV_SCOPE, CV_SCOPE_WORDS] = [0, 1, 2, 3, 4, 5, 6, 7];
const cvMeasureName = (at) => claimsBlock().measures[at][0].replace(/^.*[#/]/, "") || "figure";

let cvPairsRead;
/** Claim -> what is known of it and others: [{ other, verdict, forth, reason, figure, otherFigure }]. */
function cvPairs(number) {
  cvPairsRead ??= claimsBlock().pairs.reduce((found, [claim, other, verdict, reason, figure, otherFigure]) => {
    (found[claim] ??= []).push({ other, verdict, forth: true, reason, figure, otherFigure });
    (found[other] ??= []).push({ other: claim, verdict, forth: false, reason, figure: otherFigure, otherFigure: figure });
    return found;
  }, {});
  return cvPairsRead[number] ?? [];
}

const cvSideOf = (pair) => claimsBlock().verdicts[pair.verdict][3];
const cvUpdates = (pair) => claimsBlock().verdicts[pair.verdict][0].endsWith("#Updates");

/** An event and all its parts. */
function cvFamily(id) {
  const whole = claimsBlock().whole;
  const belongs = (event, steps = 0) => event === id || (steps < 20 && whole[event] !== undefined && belongs(whole[event], steps + 1));
  return new Set([id, ...Object.keys(whole).map(Number).filter((event) => belongs(event))]);
}

/** The claims that the filters leave, as a set. */
const cvLeft = () => new Set(data.filteredClaims);

/** Claims about a node, for an event those about its parts too, that the filters leave. */
function cvAbout(node) {
  const [family, left] = [cvFamily(node.id), cvLeft()];
  return [...new Set([...family].flatMap((id) => claimsOf(nodes[id]).about))].filter((number) => left.has(number)).sort((a, b) => a - b);
}

/** What limits a figure of a claim when the whole is `node`: its own scope, else the part of the event it is about. */
function cvScope(number, figure, node) {
  if (figure[CV_SCOPE]) return figure[CV_SCOPE];
  const events = (evidence().claims[number].about ?? []).filter((id) => nodes[id].kind === "Event");
  return !node || node.kind !== "Event" || !events.length || events.includes(node.id) ? "" : nodes[events[0]].label;
}

/** When something was said: its own date, else that of its article. */
function cvSaid(number) {
  const own = claimsBlock().said[number];
  const article = cvArticle(number);
  const [day, text] = own ?? claimsBlock().published[article] ?? [null, ""];
  return { day, text, own: Boolean(own) };
}

/** Position of the article that a claim stands in, -1 for none. */
function cvArticle(number) {
  const [first] = evidence().claims[number].ev ?? [];
  return first === undefined ? -1 : evidence().sentences[first][0];
}

const cvEarlier = (a, b) => (cvSaid(a).day ?? Infinity) - (cvSaid(b).day ?? Infinity) || a - b;

/** Pairs within some claims; with a measure only those on its figures, or on no figure. */
function cvPairsWithin(number, known, measure) {
  const onMeasure = ({ figure }) => figure < 0 || measure === undefined || cvFigures(number)[figure]?.[CV_MEASURE] === measure;
  return cvPairs(number).filter((pair) => known.has(pair.other) && onMeasure(pair));
}

/** Disputes among some claims: [{ pivot, sides: claim -> side }], the most disputed first. */
function cvDisputes(numbers, measure) {
  const known = new Set(numbers);
  const within = (number) => cvPairsWithin(number, known, measure);
  const against = new Map(numbers.map((number) => [number, within(number).filter((pair) => cvSideOf(pair) < 0).length]));
  const denies = (number) => Number(Boolean(evidence().claims[number].negated));
  const pivots = numbers.filter((number) => against.get(number)).sort((a, b) => denies(a) - denies(b) || against.get(b) - against.get(a) || cvEarlier(a, b));
  const placed = new Set();
  const found = [];
  for (const pivot of pivots) {
    if (placed.has(pivot)) continue;
    const sides = cvSpread(pivot, within);
    for (const number of sides.keys()) placed.add(number);
    found.push({ pivot, sides });
  }
  return found;
}

/** Sides along the pairs, nearest first. A later figure that takes another's place stands where that one stood. */
function cvSpread(pivot, within) {
  const sides = new Map([[pivot, CV_FOR]]);
  const queue = [pivot];
  while (queue.length) {
    const number = queue.shift();
    for (const pair of within(number)) {
      const side = cvSideOf(pair) || (cvUpdates(pair) && !pair.forth ? 1 : 0);
      if (!side || sides.has(pair.other)) continue;
      sides.set(pair.other, sides.get(number) * side);
      queue.push(pair.other);
    }
  }
  return sides;
}

/** The questions on which claims about a node give an answer: figures by what they count, then what is disputed. */
function cvQuestions(node, numbers) {
  const rest = new Set(numbers);
  const measures = [...new Set(numbers.flatMap((number) => cvFigures(number).map((figure) => figure[CV_MEASURE])))];
  const counted = measures.map((measure) => {
    const given = numbers.filter((number) => cvFigures(number).some((figure) => figure[CV_MEASURE] === measure));
    given.forEach((number) => rest.delete(number));
    return cvQuestion(cvMeasureName(measure), claimsBlock().measures[measure][2], given, measure);
  });
  const said = cvDisputes([...rest]).map(({ pivot, sides }) => {
    const some = [...sides.keys()].sort(cvEarlier);
    some.forEach((number) => rest.delete(number));
    return { id: `claim-${pivot}`, title: `“${clip(evidence().claims[pivot].text, 90)}”`, numbers: some, disputes: [{ pivot, sides }], contradictions: cvContradictions(some) };
  });
  const found = [...counted, ...said].sort((a, b) => b.contradictions - a.contradictions || b.numbers.length - a.numbers.length);
  const also = [...rest].sort(cvEarlier);
  return also.length ? [...found, { id: "also", title: found.length ? "Also said" : "What is said", numbers: also, disputes: [], contradictions: 0 }] : found;
}

function cvQuestion(id, title, numbers, measure) {
  return { id, title, numbers, measure, disputes: cvDisputes(numbers, measure), contradictions: cvContradictions(numbers, measure) };
}

/** How many pairs among some claims contradict each other. */
function cvContradictions(numbers, measure) {
  const known = new Set(numbers);
  return numbers.reduce((sum, number) => sum + cvPairsWithin(number, known, measure).filter((pair) => cvSideOf(pair) < 0).length, 0) / 2;
}

/** What two claims that contradict each other are about: the event both belong to, else what both name. */
function cvSubject(one, other) {
  const events = (number) => (evidence().claims[number].about ?? []).filter((id) => nodes[id].kind === "Event");
  for (const first of events(one).flatMap(cvUpwards)) if (events(other).flatMap(cvUpwards).includes(first)) return first;
  const [mine, theirs] = [one, other].map((number) => evidence().claims[number].about ?? []);
  return mine.find((id) => theirs.includes(id)) ?? mine[0] ?? theirs[0] ?? evidence().claims[other].s;
}

/** An event, what it is a part of, and so on. */
function cvUpwards(id) {
  const found = [id];
  while (claimsBlock().whole[found.at(-1)] !== undefined && found.length < 20) found.push(claimsBlock().whole[found.at(-1)]);
  return found;
}

/** Everything disputed in the graph: [{ node, question }], the most disputed first. */
function cvDisputed() {
  const left = cvLeft();
  const subjects = new Set();
  for (const [one, other, verdict] of claimsBlock().pairs) if (claimsBlock().verdicts[verdict][3] < 0 && left.has(one) && left.has(other)) subjects.add(cvSubject(one, other));
  for (const [id] of graph.disputed) subjects.add(id);
  // A part of an event is told with the whole, where the whole is disputed too.
  const tops = [...subjects].filter((id) => !cvUpwards(id).slice(1).some((above) => subjects.has(above)));
  const rows = tops.flatMap((id) => cvQuestions(nodes[id], cvAbout(nodes[id])).filter((question) => question.contradictions || (question.measure !== undefined && cvDiffer(question))).map((question) => ({ node: nodes[id], question })));
  return rows.sort((a, b) => b.question.contradictions - a.question.contradictions || b.question.numbers.length - a.question.numbers.length || a.node.id - b.node.id);
}

/** Whether figures for the whole differ, even where the graph says of no pair that it does not go together. */
function cvDiffer({ numbers, measure }) {
  const given = numbers.flatMap((number) => cvFigures(number).filter((figure) => figure[CV_MEASURE] === measure && !figure[CV_SCOPE]));
  return new Set(given.map((figure) => `${figure[CV_LOW]} ${figure[CV_HIGH]}`)).size > 1;
}
