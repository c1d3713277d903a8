// A histogram of days with a brush: drag over the bars, or move its two ends; both ends are sliders for the keyboard.

const BARS = 44; // at most so many
const HEIGHT = 44;

const UNITS = [
  { days: 1, next: (day) => day + 1, start: (day) => day },
  { days: 7, next: (day) => day + 7, start: (day) => day - ((calendar.date(day).getUTCDay() + 6) % 7) },
  { days: 30, ...monthsOf(1) },
  { days: 91, ...monthsOf(3) },
  { days: 365, ...monthsOf(12) },
  { days: 3652, ...monthsOf(120) },
  { days: 36524, ...monthsOf(1200) },
];

function monthsOf(step) {
  const day = (month) => Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
  const month = (at) => calendar.date(at).getUTCFullYear() * 12 + calendar.date(at).getUTCMonth();
  const start = (at) => Math.floor(month(at) / step) * step;
  return { start: (at) => day(start(at)), next: (at) => day(start(at) + step) };
}

/** First days of the bars and the day after the last; a few far-off days are gathered in an outer bar. */
function edgesOf(spans) {
  const days = spans.map(([first, last]) => (first + last) / 2).sort((a, b) => a - b);
  const ends = [Math.min(...spans.map(([first]) => first)), Math.max(...spans.map(([, last]) => last))];
  const inner = [days[Math.floor(days.length * 0.03)], days[Math.ceil(days.length * 0.97) - 1]];
  const far = ends[1] - ends[0] > 4 * (inner[1] - inner[0] + 14);
  const [first, last] = far ? inner : ends;
  const unit = UNITS.find(({ days: length }) => (last - first) / length <= BARS - 2) ?? UNITS.at(-1);
  const edges = [unit.start(first)];
  while (edges.at(-1) <= last) edges.push(unit.next(edges.at(-1)));
  if (ends[0] < edges[0]) edges.unshift(ends[0]);
  if (ends[1] >= edges.at(-1)) edges.push(ends[1] + 1);
  return edges;
}

/** Days spread over the bars: one that is known only by its year counts a little in each of them. */
function countIn(edges, spans) {
  const counts = new Array(edges.length - 1).fill(0);
  for (const span of spans) {
    const hit = counts.map((_, at) => at).filter((at) => overlap(span, [edges[at], edges[at + 1] - 1]));
    for (const at of hit) counts[at] += 1 / hit.length;
  }
  return counts;
}

/** Makes the filter in its fieldset. name: of the span in the state; all(): every span; shown(): those in view. */
function histogram(name, box, { all, shown, label }) {
  const spans = all();
  box.hidden = spans.length < 2;
  if (box.hidden) return () => undefined;
  const edges = edgesOf(spans);
  const last = edges.length - 1;
  const svg = barsOf(edges, countIn(edges, spans));
  const ends = ["first", "last"].map((end) => endSlider(end, last, `${label}: ${end} day`));
  const said = make("output", { className: "span" });
  const chart = make("div", { className: "histogram" }, svg, ...ends);
  box.append(chart, said);
  const read = () => ends.map(({ value }) => Number(value)).sort((a, b) => a - b);
  const spanOf = ([from, to]) => (from === 0 && to === last ? null : [edges[from], edges[Math.max(to, from + 1)] - 1]);
  const mark = (span) => {
    const at = (day) => edges.findLastIndex((edge) => edge <= day);
    const [from, to] = span ? [Math.max(0, at(span[0])), Math.min(last, at(span[1]) + 1)] : [0, last];
    [ends[0].value, ends[1].value] = [from, to];
    svg.querySelectorAll(".bar").forEach((bar, position) => bar.classList.toggle("out", position < from || position >= to));
    const text = calendar.span(...(span ?? [edges[0], edges[last] - 1]));
    said.textContent = text.length > 28 ? figDay(text) : text;
    ends.forEach((end, position) => end.setAttribute("aria-valuetext", calendar.words(position ? edges[to] - 1 : edges[from])));
  };
  const commit = () => {
    state[name] = spanOf(read());
    render({ refit: true });
  };
  for (const end of ends) Object.assign(end, { oninput: () => mark(spanOf(read())), onchange: commit });
  brush(svg, last, (from, to) => (mark(spanOf([from, to])), [from, to]), ([from, to]) => ([ends[0].value, ends[1].value] = [from, to], commit()));
  return () => {
    mark(state[name]);
    const counts = countIn(edges, shown());
    svg.querySelectorAll(".bar .now").forEach((bar, at) => stand(bar, counts[at], svg.most));
  };
}

function endSlider(end, last, label) {
  return make("input", { type: "range", className: end, min: "0", max: String(last), step: "1", value: end === "first" ? "0" : String(last), ariaLabel: label });
}

function svgElement(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function barsOf(edges, counts) {
  const svg = svgElement("svg", { viewBox: `0 0 ${counts.length} ${HEIGHT}`, preserveAspectRatio: "none", class: "bars", "aria-hidden": "true" });
  svg.most = Math.max(...counts);
  counts.forEach((count, at) => {
    const rect = (kind) => svgElement("rect", { class: kind, x: at + 0.08, width: 0.84 });
    const bar = svgElement("g", { class: "bar" }, svgElement("rect", { class: "ground", x: at, y: 0, width: 1, height: HEIGHT }), rect("whole"), rect("now"));
    bar.append(svgElement("title", {}, `${calendar.span(edges[at], edges[at + 1] - 1)}: ${Math.max(count ? 1 : 0, Math.round(count))}`));
    stand(bar.querySelector(".whole"), count, svg.most);
    svg.append(bar);
  });
  return svg;
}

/** Stands a bar on the ground line; the root keeps small counts in sight. */
function stand(bar, count, most) {
  const height = count > 0 ? Math.max(2, HEIGHT * Math.sqrt(count / most)) : 0;
  bar.setAttribute("y", HEIGHT - height);
  bar.setAttribute("height", height);
}

/** Dragging over the bars. move(from, to) shows a choice, done(choice) takes it. */
function brush(svg, last, move, done) {
  let start = null;
  let chosen = null;
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return Math.max(0, Math.min(last - 1, Math.floor(((event.clientX - box.left) / box.width) * last)));
  };
  const drag = (event) => (chosen = move(Math.min(start, at(event)), Math.max(start, at(event)) + 1));
  svg.onpointerdown = (event) => {
    svg.setPointerCapture(event.pointerId);
    start = at(event);
    drag(event);
  };
  svg.onpointermove = (event) => start !== null && drag(event);
  svg.onpointerup = () => {
    if (start !== null) done(chosen);
    start = null;
  };
}
