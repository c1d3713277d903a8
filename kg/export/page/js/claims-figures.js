// Figures of one event and one measure on one axis: a dot is an exact number, a bar what a bound leaves open.

const FIG = { row: 32, part: 42, slim: 50, axis: 34, gap: 26, dot: 5.5, bar: 12 };
const FIG_SHAPES = { 1: "dot", 0: "square", "-1": "diamond" };
const FIG_CLASSES = { 1: "for", 0: "neither", "-1": "against" };
const FIG_OPEN = { AtLeast: "or more", MoreThan: "or more", AtMost: "at most", LessThan: "less than" };

const figNumber = (value) => value.toLocaleString("en", { maximumFractionDigits: 2 });

/** A figure in short: "35–45", "17 or more", "up to 40". */
function figShort(figure) {
  const [value, low, high, how] = [figure[CV_VALUE], figure[CV_LOW], figure[CV_HIGH], figure[CV_HOW]];
  if (low === null && high === null) return clip(figure[CV_WORDS], 28);
  if (how === "MoreThan") return `more than ${figNumber(low)}`;
  if (how === "AtLeast" || high === null) return `${figNumber(low)} or more`;
  if (how === "LessThan") return `less than ${figNumber(high)}`;
  if (how === "AtMost") return `up to ${figNumber(high)}`;
  if (how === "Approximately") return `about ${figNumber(value ?? (low + high) / 2)}`;
  return low === high ? figNumber(low) : `${figNumber(low ?? 0)}–${figNumber(high)}`;
}

/** One row for each figure of the measure that the claims give: those for the whole first, by when they were said. */
function figRows(node, question) {
  const side = new Map(question.disputes.flatMap(({ sides }, at) => (at ? [] : [...sides])));
  const rows = question.numbers.flatMap((number) =>
    cvFigures(number).filter((figure) => figure[CV_MEASURE] === question.measure).map((figure) => {
      const claim = evidence().claims[number];
      return { number, figure, side: side.get(number) ?? CV_NEITHER, scope: cvScope(number, figure, node), denied: Boolean(claim.negated), hedged: Boolean(claim.future) || ["probable", "possible"].includes(claim.certainty), who: nodes[claim.s].shown, said: cvSaid(number) };
    }),
  );
  const order = (a, b) => (a.said.day ?? Infinity) - (b.said.day ?? Infinity) || (a.figure[CV_LOW] ?? Infinity) - (b.figure[CV_LOW] ?? Infinity) || a.number - b.number;
  return { whole: rows.filter((row) => !row.scope).sort(order), part: rows.filter((row) => row.scope).sort(order) };
}

/** Where numbers stand: from zero, or tenfold by tenfold where the largest is far above the smallest. */
function figScale(rows, from, to) {
  const known = rows.flatMap(({ figure }) => [figure[CV_LOW], figure[CV_HIGH], figure[CV_VALUE]]).filter((value) => value !== null);
  const [least, most] = [Math.min(...known.filter((value) => value > 0), Infinity), Math.max(...known, 1)];
  if (most / least > 120) {
    const [low, high] = [Math.floor(Math.log10(least)), Math.log10(most * 1.6)];
    const ticks = Array.from({ length: Math.ceil(high) - low }, (_, at) => 10 ** (low + at)).filter((tick) => tick <= most * 1.6);
    return { tenfold: true, at: (value) => from + ((Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)) * (to - from), ticks };
  }
  const step = figStep(most * 1.12, (to - from) / 90);
  const ticks = Array.from({ length: Math.floor((most * 1.12) / step) + 1 }, (_, at) => at * step);
  const least0 = Math.min(0, ...known);
  return { at: (value) => from + ((value - least0) / (most * 1.12 - least0)) * (to - from), ticks };
}

/** A round distance between ticks, so that some `wanted` of them fit. */
function figStep(most, wanted) {
  const rough = most / Math.max(2, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((times) => times * power >= rough) * power;
  return most >= 4 ? Math.max(1, step) : step;
}

/** The chart, its key, and the same as a table for those who hear the page. */
function figChart(node, question, width) {
  const { whole, part } = figRows(node, question);
  const drawing = figDrawing(node, question, whole, part, width);
  const caption = make("figcaption", { className: "fig-key" }, ...figKey([...whole, ...part], question));
  return make("figure", { className: "fig" }, drawing, caption, figTable(question, [...whole, ...part]));
}

function figDrawing(node, question, whole, part, width) {
  const slim = width < 560;
  const [row, partRow] = slim ? [FIG.slim, FIG.slim] : [FIG.row, FIG.part];
  const left = slim ? 12 : Math.min(230, Math.round(width * 0.3));
  const right = width - (slim ? 12 : 118);
  const scale = figScale([...whole, ...part], left, right);
  const height = FIG.axis + whole.length * row + part.length * partRow + (part.length ? FIG.gap + 8 : 0) + 8;
  const drawing = svgMake("svg", { class: "fig-drawing", width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": `${question.title}: ${plural(whole.length + part.length, "figure")}` });
  drawing.append(...figAxis(scale, height, left, right));
  whole.forEach((one, at) => drawing.append(figRow(one, FIG.axis + at * row, { row, left, right, width, slim, scale })));
  const top = FIG.axis + whole.length * row;
  if (part.length) {
    drawing.append(svgMake("line", { class: "fig-divide", x1: 0, x2: width, y1: top + 8, y2: top + 8 }), svgMake("text", { class: "fig-note", x: 0, y: top + 25 }, slim ? "Of a part only" : "Of a part only, not to be set against the whole"));
  }
  part.forEach((one, at) => drawing.append(figRow(one, top + FIG.gap + 8 + at * partRow, { row: partRow, left, right, width, slim, scale })));
  return drawing;
}

function figAxis(scale, height, left, right) {
  const lines = scale.ticks.map((tick) => [scale.at(tick), figNumber(tick)]).filter(([x]) => x <= right + 1);
  return lines.flatMap(([x, text], at) => [
    svgMake("line", { class: "fig-grid", x1: x, x2: x, y1: 20, y2: height - 4 }),
    svgMake("text", { class: "fig-tick", x, y: 13, "text-anchor": at ? "middle" : "start" }, text),
  ]);
}

/** One figure: who, what, when; a button that leads to the words. */
function figRow(one, top, { row, left, right, width, slim, scale }) {
  const middle = top + (slim ? row - 14 : row / 2);
  const words = [one.who, one.denied ? "denies" : "gives", one.figure[CV_WORDS], one.scope && `(${one.scope})`, one.said.text].filter(Boolean).join(" ");
  const group = svgMake("g", { class: `fig-row ${FIG_CLASSES[one.side]}${one.denied ? " denied" : ""}${one.hedged ? " hedged" : ""}${one.scope ? " part" : ""}`, role: "button", tabindex: 0, "aria-label": `${words}. Read it` });
  group.dataset.claim = one.number;
  group.append(svgMake("rect", { class: "fig-hit", x: 0, y: top, width, height: row, rx: 6 }));
  const room = (slim ? right - 100 : left - 26) - 4;
  const name = svgClip(one.who, room);
  const nameY = slim ? top + 15 : middle + (one.scope ? -3 : 4.5);
  group.append(svgMake("text", { class: "fig-who", x: slim ? 12 : 8, y: nameY }, name));
  if (one.scope) group.append(slim ? svgMake("text", { class: "fig-scope", x: 16 + svgWidth(name), y: nameY }, svgClip(`only ${one.scope}`, Math.max(40, right - 110 - svgWidth(name)), 12)) : svgMake("text", { class: "fig-scope", x: 8, y: middle + 13 }, svgClip(`only ${one.scope}`, room, 12)));
  group.append(svgMake("text", { class: "fig-when", x: width - 8, y: slim ? top + 15 : middle + 4.5, "text-anchor": "end" }, one.said.text ? figDay(one.said.text) : ""));
  group.append(...figMark(one, middle, left, right, scale));
  return group;
}

/** "10 Mar 2031": a date as short as it can be told. */
const figDay = (text) => text.replace(/\b(January|February|March|April|August|September|October|November|December)\b/g, (month) => month.slice(0, 3));

function figMark(one, y, left, right, scale) {
  const { figure } = one;
  const [low, high] = [figure[CV_LOW], figure[CV_HIGH]];
  if (low === null && high === null) return [svgMake("text", { class: "fig-vague", x: left, y: y + 4.5 }, svgClip(`“${figure[CV_WORDS]}”, no number`, right - left))];
  const [x1, x2] = [low === null ? left : scale.at(low), high === null ? right : scale.at(high)];
  const parts = [];
  const about = figure[CV_HOW] === "Approximately";
  if (x2 - x1 > 0.5) {
    const radius = high === null ? 0 : FIG.bar / 2;
    parts.push(svgMake("path", { class: `fig-bar${about ? " about" : ""}`, d: figBar(x1, x2, y, { openRight: high === null, openLeft: figure[CV_HOW] === "AtMost" || figure[CV_HOW] === "LessThan", radius }) }));
  }
  const exact = figure[CV_VALUE];
  const point = low === high ? scale.at(low) : exact !== null ? scale.at(exact) : null;
  const hollow = ["MoreThan", "LessThan"].includes(figure[CV_HOW]);
  if (point !== null) parts.push(figPoint(one.side, point, y, hollow));
  if (one.denied) parts.push(svgMake("path", { class: "fig-strike", d: `M${(point ?? (x1 + x2) / 2) - 9},${y + 9}L${(point ?? (x1 + x2) / 2) + 9},${y - 9}` }));
  return [...parts, figLabel(one, y, Math.max(point ?? 0, high === null ? point ?? x1 : x2), x1, left, right)];
}

/** A bar that is rounded where it ends and open, with an arrow, where it does not. */
function figBar(x1, x2, y, { openRight, openLeft }) {
  const half = FIG.bar / 2;
  const start = openLeft ? `M${x1},${y - half}` : `M${x1 + Math.min(half, (x2 - x1) / 2)},${y - half}`;
  const round = Math.min(half, (x2 - x1) / 2);
  const end = openRight ? `H${x2 - half}L${x2},${y}L${x2 - half},${y + half}` : `H${x2 - round}A${round},${half} 0 0 1 ${x2 - round},${y + half}`;
  return `${start}${end}${openLeft ? `H${x1}Z` : `H${x1 + round}A${round},${half} 0 0 1 ${x1 + round},${y - half}Z`}`;
}

function figPoint(side, x, y, hollow) {
  return svgMake("path", { class: `fig-point${hollow ? " hollow" : ""}`, d: SHAPES[FIG_SHAPES[side]], transform: `translate(${x.toFixed(1)} ${y}) scale(${side === CV_AGAINST ? FIG.dot + 1 : side ? FIG.dot : FIG.dot - 1})` });
}

/** The figure in short, right of its mark where there is room, else left of it. */
function figLabel(one, y, after, before, left, right) {
  const text = `${one.denied ? "denies " : ""}${figShort(one.figure)}`;
  const fits = after + 12 + svgWidth(text, 13, 600) <= right + 6;
  return svgMake("text", { class: "fig-label", x: fits ? after + 12 : Math.max(left + 4, before - 12), y: y + 4.5, "text-anchor": fits ? "start" : before - 12 - svgWidth(text, 13, 600) < left ? "start" : "end" }, text);
}

/** What the marks mean: only those that stand in this chart. */
function figKey(rows, question) {
  const has = (test) => rows.some(test);
  const entry = (side, text) => make("span", { className: `fig-entry ${FIG_CLASSES[side]}` }, svgMake("svg", { viewBox: "-1.3 -1.3 2.6 2.6", class: "icon", "aria-hidden": "true" }, svgMake("path", { d: SHAPES[FIG_SHAPES[side]] })), text);
  const pivot = question.disputes[0] && cvPivotWords(question);
  return [
    has(({ side }) => side === CV_FOR) ? entry(CV_FOR, pivot ? `for ${pivot}` : "for") : null,
    has(({ side }) => side === CV_AGAINST) ? entry(CV_AGAINST, "against it") : null,
    has(({ side }) => side === CV_NEITHER) ? entry(CV_NEITHER, question.disputes.length ? "neither" : "a figure") : null,
    has(({ figure }) => figure[CV_LOW] !== figure[CV_HIGH]) ? make("span", {}, "bar: what the words leave open") : null,
    has(({ hedged, figure }) => hedged || figure[CV_HOW] === "Approximately") ? make("span", {}, "dashed: hedged") : null,
    has(({ denied }) => denied) ? make("span", {}, "struck out: denied") : null,
    figScale(rows, 0, 600).tenfold ? make("span", {}, "each line is ten times the one before") : null,
  ].filter(Boolean);
}

function figTable(question, rows) {
  const line = ({ who, figure, scope, denied, side, said }) => [who, `${denied ? "denies " : ""}${figure[CV_WORDS]}`, scope || "the whole", said.text, FIG_CLASSES[side]];
  const cells = (tag, values) => make("tr", {}, ...values.map((value) => make(tag, { textContent: value })));
  return make("table", { className: "unseen" }, make("caption", {}, question.title), make("thead", {}, cells("th", ["Who", "Figure", "Counts", "Said", "Side"])), make("tbody", {}, ...rows.map((row) => cells("td", line(row)))));
}

/** The figures of a question on a strip as wide as its card: where they lie, nothing more. */
function figStrip(node, question, width = 300) {
  const { whole, part } = figRows(node, question);
  const rows = whole.length ? whole : part;
  const scale = figScale(rows, 8, width - 8);
  const drawing = svgMake("svg", { class: "fig-strip", viewBox: `0 0 ${width} 30`, width, height: 30, "aria-hidden": "true" }, svgMake("line", { class: "fig-grid", x1: 0, x2: width, y1: 15, y2: 15 }));
  for (const one of [...rows].sort((a, b) => Math.abs(a.side) - Math.abs(b.side))) {
    const [low, high] = [one.figure[CV_LOW], one.figure[CV_HIGH]];
    if (low === null && high === null) continue;
    const group = svgMake("g", { class: `fig-row ${FIG_CLASSES[one.side]}${one.denied ? " denied" : ""}` });
    const [x1, x2] = [scale.at(low ?? 0), high === null ? null : scale.at(high)];
    if (x2 !== null && x2 - x1 > 3 && low > 0) group.append(svgMake("path", { class: "fig-bar", d: figBar(x1, x2, 15, {}) }));
    else group.append(figPoint(one.side, one.figure[CV_VALUE] === null ? x1 : scale.at(one.figure[CV_VALUE]), 15, one.denied));
    drawing.append(group);
  }
  return drawing;
}
