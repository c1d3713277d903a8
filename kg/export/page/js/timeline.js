// Events along time. A mark is as exact as the date: a diamond for a day, a bar for what lasted, a pale bar for
// some time within. Lanes keep names apart; the strip above shows all of it, and which part is in view. The part
// in view is the filter of dates that all views share.

const TL = { lane: 30, axis: 46, most: 400, edge: 24, strip: 54, name: 300 };
const [TL_NODE, TL_FIRST, TL_LAST, TL_EXACT, TL_ABOUT, TL_WORDS, TL_DATE] = [0, 1, 2, 3, 4, 5, 6];
const [TL_DAY, TL_SPAN, TL_WITHIN] = [0, 1, 2];
const TL_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

addView({
  id: "timeline",
  label: "Timeline",
  order: 30,
  ready: () => Boolean(byId("block-timeline")),
  key: () => [state.node?.id ?? "", state.event, byId("view-timeline")?.clientWidth, tlEvents().map((event) => event[TL_NODE]).join()].join("|"),
  render: (panel) => tlRender(panel),
});

addOutput("timeline", { name: "timeline", picture: tlPicture, rows: tlRows, query: tlQuery });
addEventListener("resize", () => state.view === "timeline" && render());

/** The dated events that the filters leave, earliest first. */
const tlEvents = () => block("timeline").events.filter((event) => passesNode(nodes[event[TL_NODE]]));

/** First and last day of some events, with room at both ends. */
function tlWhole(events) {
  const first = events.reduce((least, event) => Math.min(least, event[TL_FIRST]), Infinity);
  const last = events.reduce((most, event) => Math.max(most, event[TL_LAST] + 1), -Infinity);
  const room = Math.max(1, (last - first) * 0.03);
  return [first - room, last + room];
}

/** The days in view: those of the filter, else where most events lie. */
function tlView() {
  if (state.event) return [state.event[0], state.event[1] + 1];
  return tlBusy(tlEvents(), tlWhole(tlEvents()));
}

/** All dated events, whatever the filters leave. */
const tlAll = () => block("timeline").events;

/** Without a few events far off that would press all others together. */
function tlBusy(events, whole) {
  const few = Math.floor(events.length * 0.08);
  if (!few) return whole;
  const days = events.map((event) => (event[TL_FIRST] + event[TL_LAST]) / 2).sort((a, b) => a - b);
  const [low, high] = [days[few], days[days.length - 1 - few]];
  const room = Math.max(2, (high - low) * 0.2);
  return (high - low + 2 * room) * 3 < whole[1] - whole[0] ? [Math.max(whole[0], low - room), Math.min(whole[1], high + room)] : whole;
}

/** Days in view as the filter; all of them are no filter, but where that shows too much to begin with. */
function tlSetView([from, to]) {
  const whole = tlWhole(tlAll());
  const all = from <= whole[0] + 1 && to >= whole[1] - 1 && tlBusy(tlAll(), whole) === whole;
  const first = Math.floor(Math.max(whole[0], from));
  state.event = all ? null : [first, Math.max(first, Math.ceil(Math.min(whole[1], to)) - 1)];
  render({ refit: true });
}

/** Closer or farther, around the middle of what is in view. */
function tlZoom(factor, around) {
  const [from, to] = tlView();
  const middle = around ?? (from + to) / 2;
  const least = Math.max(3, (to - from) * factor) / (to - from);
  tlSetView([middle - (middle - from) * least, middle + (to - middle) * least]);
}

function tlRender(panel) {
  const events = tlEvents();
  const undated = block("timeline").undated.filter((id) => passesNode(nodes[id]));
  const width = Math.max(280, (panel.clientWidth || 900) - 24);
  const content = tlAll().length ? tlContent(events, width) : [make("p", { className: "tl-empty" }, "No event here has a date.")];
  const held = panel.contains(document.activeElement) ? document.activeElement.dataset.tl : null;
  panel.replaceChildren(make("div", { className: "tl" }, ...content, undated.length ? tlUndated(undated) : null));
  if (held) panel.querySelector(`[data-tl="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}

function tlContent(events, width) {
  const view = tlView();
  const inside = events.filter((event) => event[TL_LAST] + 1 > view[0] && event[TL_FIRST] < view[1]);
  const drawn = tlMost(inside);
  const drawing = tlDrawing(drawn, view, width);
  tlPan(drawing, view, width);
  return [
    tlHead(inside, drawn),
    tlStrip(events, view, width),
    drawn.length ? make("div", { className: "tl-scroll" }, drawing) : make("p", { className: "tl-empty" }, "No event passes the filters in this time."),
    make("p", { className: "tl-key faint" }, tlKeyEntry("day", "a day"), tlKeyEntry("span", "as long as it lasted"), tlKeyEntry("within", "some time within"), tlKeyEntry("planned", "planned or only claimed")),
  ];
}

function tlKeyEntry(kind, text) {
  const mark = kind === "day" || kind === "planned" ? svgMake("path", { class: "tl-mark", d: "M11,1L16,6L11,11L6,6Z" }) : svgMake("rect", { class: kind === "span" ? "tl-mark" : "tl-within", x: 1, y: 2, width: 20, height: 8, rx: 4 });
  return make("span", {}, svgMake("svg", { class: `tl-symbol${kind === "planned" ? " open" : ""}`, viewBox: "0 0 22 12", width: 22, height: 12, "aria-hidden": "true" }, mark), text);
}

function tlHead(inside, drawn) {
  const hidden = tlAll().length - inside.length;
  const text = [plural(inside.length, "event"), hidden && `${hidden.toLocaleString("en")} more outside this time or the filters`, drawn.length < inside.length && `the ${drawn.length} most linked are drawn: choose a shorter time for more`].filter(Boolean).join(", ");
  const tool = (name, label, action) => button(name, action, { title: label, ariaLabel: label, data: { tl: `tool-${label}` } });
  const all = () => {
    const [from, to] = tlWhole(tlAll());
    state.event = tlBusy(tlAll(), [from, to])[0] === from ? null : [Math.floor(from), Math.ceil(to)];
    render({ refit: true });
  };
  return make("div", { className: "tl-head" }, make("p", { role: "status" }, text), make("p", { className: "actions" }, tool("+", "Closer", () => tlZoom(0.6)), tool("−", "Farther", () => tlZoom(1 / 0.6)), hidden ? tool("All", "Whole time", all) : null));
}

/** The most linked where there are too many for one drawing, in order of time. */
function tlMost(events) {
  if (events.length <= TL.most) return events;
  const kept = new Set([...events].sort((a, b) => nodes[b[TL_NODE]].degree - nodes[a[TL_NODE]].degree || a[TL_NODE] - b[TL_NODE]).slice(0, TL.most));
  return events.filter((event) => kept.has(event));
}

/** Each event with its lane: the first in which neither mark nor name touches the one before. */
function tlLanes(events, x, width) {
  const ends = [];
  return events.map((event) => {
    const node = nodes[event[TL_NODE]];
    const day = x(event[TL_FIRST] + 0.5);
    const [x1, x2] = event[TL_EXACT] === TL_DAY ? [day, day] : [x(event[TL_FIRST]), Math.max(x(event[TL_FIRST]) + 6, x(event[TL_LAST] + 1))];
    const spot = tlSpot(node.shown, Math.max(0, x1), Math.min(width, x2), width);
    let lane = ends.findIndex((taken) => taken <= spot.start);
    if (lane < 0) lane = ends.length;
    ends[lane] = spot.end + 10;
    return { event, node, x1, x2: Math.min(x2, width + 20), lane, ...spot };
  });
}

/** Where a name stands: right of its mark, else left of it, else on it; cut to the room that is there. */
function tlSpot(name, left, right, width) {
  const [after, before] = [width - 4 - right - 12, left - 12 - 4];
  const wanted = Math.min(TL.name, svgWidth(name) + 1);
  const rightOf = (room) => ((label) => ({ label, at: right + 12, anchor: "start", start: left - 8, end: right + 18 + svgWidth(label) }))(svgClip(name, room));
  const leftOf = (room) => ((label) => ({ label, at: left - 12, anchor: "end", start: left - 18 - svgWidth(label), end: right + 8 }))(svgClip(name, room));
  if (after >= wanted) return rightOf(TL.name);
  if (before >= wanted) return leftOf(TL.name);
  if (Math.max(after, before) > 80) return after > before ? rightOf(after) : leftOf(before);
  return { label: svgClip(name, Math.max(40, right - left - 16)), at: Math.max(left, 0) + 8, anchor: "start", start: left - 8, end: right + 8 };
}

function tlDrawing(events, view, width) {
  const x = (day) => TL.edge + ((day - view[0]) / (view[1] - view[0])) * (width - 2 * TL.edge);
  const placed = tlLanes(events, x, width);
  const height = TL.axis + (placed.reduce((most, { lane }) => Math.max(most, lane), 0) + 1) * TL.lane + 12;
  const drawing = svgMake("svg", { class: "tl-drawing", width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": `Timeline of ${plural(events.length, "event")}, earliest first. Arrow keys go from one to the next.` });
  drawing.append(...tlAxis(view, x, width, height), ...placed.map((one, at) => tlMark(one, at)));
  const first = placed.findIndex(({ node }) => node === state.node);
  drawing.querySelectorAll(".tl-event").forEach((mark, at) => mark.setAttribute("tabindex", at === Math.max(0, first) ? 0 : -1));
  drawing.addEventListener("keydown", tlKeys);
  return drawing;
}

function tlMark({ event, node, label, x1, x2, lane, at, anchor, start, end }, number) {
  const y = TL.axis + lane * TL.lane + TL.lane / 2;
  const status = evidence().nodes[node.id][1];
  const open = ["planned", "claimed only", "denied", "attempted"].includes(status);
  const where = (block("timeline").places[node.id] ?? []).map((id) => nodes[id].label).join(", ");
  const group = svgMake("g", { class: `tl-event${open ? " open" : ""}${node === state.node ? " chosen" : ""}`, role: "button", tabindex: -1, "aria-label": [node.label, event[TL_WORDS], where, status === "occurred" ? "" : status].filter(Boolean).join(", ") });
  group.dataset.tl = node.key;
  group.dataset.at = number;
  group.append(svgMake("title", {}, `${node.label}: ${event[TL_WORDS]}${where ? `, ${where}` : ""}${open ? ` (${status})` : ""}`));
  group.append(svgMake("rect", { class: "tl-hit", x: start, y: y - TL.lane / 2 + 2, width: Math.max(20, end - start), height: TL.lane - 4, rx: 6 }));
  if (event[TL_EXACT] === TL_DAY) group.append(svgMake("path", { class: "tl-mark", d: SHAPES.diamond, transform: `translate(${x1.toFixed(1)} ${y}) scale(6.5)` }));
  else group.append(svgMake("rect", { class: event[TL_EXACT] === TL_SPAN ? "tl-mark" : "tl-within", x: Math.max(-10, x1).toFixed(1), y: y - 5, width: Math.max(6, x2 - Math.max(-10, x1)).toFixed(1), height: 10, rx: 5 }));
  group.append(svgMake("text", { class: "tl-name", x: at, y: y + 4.5, "text-anchor": anchor }, label));
  group.addEventListener("click", () => choose(node));
  return group;
}

function tlKeys(event) {
  const mark = event.target.closest(".tl-event");
  if (!mark) return;
  const marks = [...event.currentTarget.querySelectorAll(".tl-event")];
  const at = marks.indexOf(mark);
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -marks.length, End: marks.length };
  if (event.key === "Enter" || event.key === " ") choose(nodeAt.get(mark.dataset.tl));
  else if (event.key === "+" || event.key === "=") tlZoom(0.6);
  else if (event.key === "-") tlZoom(1 / 0.6);
  else if (event.key in steps) {
    const next = marks[Math.max(0, Math.min(marks.length - 1, at + steps[event.key]))];
    marks.forEach((other) => other.setAttribute("tabindex", other === next ? 0 : -1));
    next.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/* The axis: two rows, the finer steps and what they belong to. */

const TL_STEPS = [["day", 1], ["day", 2], ["day", 7], ["month", 1], ["month", 3], ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 25], ["year", 50], ["year", 100], ["year", 500]];
const TL_DAYS = { day: 1, month: 30.4, year: 365.25 };

/** Days at which a step begins, within the view. */
function tlTicks([from, to], [unit, count]) {
  const date = calendar.date(Math.floor(from));
  const found = [];
  if (unit === "day") {
    // Steps of a week begin on Mondays; 1970-01-01 was a Thursday.
    for (let day = Math.ceil(from); day < to; day += 1) if (count === 1 || (count === 7 ? (day + 3) % 7 === 0 : day % count === 0)) found.push(day);
    return found;
  }
  const start = new Date(Date.UTC(0, 0, 1));
  start.setUTCFullYear(date.getUTCFullYear() - (unit === "year" ? ((date.getUTCFullYear() % count) + count) % count : 0));
  for (let steps = 0; steps < 2000; steps += 1) {
    const day = Math.round(start.getTime() / 864e5);
    if (day >= to) break;
    if (day >= from) found.push(day);
    if (unit === "month") start.setUTCMonth(start.getUTCMonth() + count);
    else start.setUTCFullYear(start.getUTCFullYear() + count);
  }
  return found;
}

function tlAxis(view, x, width, height) {
  const pixels = (width - 2 * TL.edge) / (view[1] - view[0]);
  const step = TL_STEPS.find(([unit, count]) => TL_DAYS[unit] * count * pixels >= (unit === "day" ? 34 : 46)) ?? TL_STEPS.at(-1);
  const text = { day: (date) => String(date.getUTCDate()), month: (date) => TL_MONTHS[date.getUTCMonth()], year: (date) => String(date.getUTCFullYear()) }[step[0]];
  const parts = tlTicks(view, step).flatMap((day) => [
    svgMake("line", { class: "tl-grid", x1: x(day), x2: x(day), y1: 38, y2: height }),
    svgMake("text", { class: "tl-tick", x: x(day) + (step[0] === "day" && step[1] === 1 ? (pixels - 0) / 2 : 4), y: 34, "text-anchor": step[0] === "day" && step[1] === 1 ? "middle" : "start" }, text(calendar.date(day))),
  ]);
  return [...parts, ...tlUpperAxis(view, step[0], x, width)];
}

/** Which month and year, or year, the steps below belong to; at the left edge always. */
function tlUpperAxis(view, unit, x, width) {
  if (unit === "year") return [];
  const name = unit === "day" ? (date) => `${TL_MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}` : (date) => String(date.getUTCFullYear());
  const ticks = tlTicks(view, unit === "day" ? ["month", 1] : ["year", 1]);
  const starts = [view[0], ...ticks].map((day, at) => [at ? x(day) : Math.max(x(day), 4), name(calendar.date(at ? day : Math.floor(day)))]);
  return starts.flatMap(([at, text], number) => {
    const next = starts[number + 1]?.[0] ?? width;
    return next - at < svgWidth(text, 12) + 12 ? [] : [svgMake("text", { class: "tl-upper", x: at + 4, y: 15 }, text)];
  });
}

/** Dragging the sheet moves it through time; Ctrl and the wheel bring it closer. */
function tlPan(drawing, view, width) {
  let start = null;
  const days = (pixels) => (pixels / (width - 2 * TL.edge)) * (view[1] - view[0]);
  drawing.addEventListener("pointerdown", (event) => {
    if (!event.target.closest(".tl-event")) start = event.clientX;
  });
  drawing.addEventListener("pointermove", (event) => {
    if (start === null) return;
    drawing.setPointerCapture(event.pointerId);
    drawing.style.transform = `translateX(${event.clientX - start}px)`;
  });
  const release = (event) => {
    if (start === null) return;
    const moved = days(start - event.clientX);
    start = null;
    drawing.style.transform = "";
    if (Math.abs(moved) > days(3)) tlShift(view, moved);
  };
  drawing.addEventListener("pointerup", release);
  drawing.addEventListener("pointercancel", release);
  drawing.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    tlZoom(event.deltaY > 0 ? 1.25 : 0.8, view[0] + days(event.offsetX - TL.edge));
  }, { passive: false });
}

function tlShift([from, to], days) {
  const whole = tlWhole(tlAll());
  const moved = Math.max(whole[0] - from, Math.min(whole[1] - to, days));
  if (Math.abs(moved) > 1e-6) tlSetView([from + moved, to + moved]);
}

/* The strip: how many events when, and a window on it with two handles. */

function tlStrip(events, view, width) {
  const whole = tlWhole(tlAll());
  const x = (day) => TL.edge + ((day - whole[0]) / (whole[1] - whole[0])) * (width - 2 * TL.edge);
  const strip = svgMake("svg", { class: "tl-strip", width, height: TL.strip, viewBox: `0 0 ${width} ${TL.strip}`, role: "group", "aria-label": "Part of the time that is in view" });
  const bins = Math.min(120, Math.floor((width - 2 * TL.edge) / 8));
  const [counts, left] = [tlBins(tlAll(), whole, bins), tlBins(events, whole, bins)];
  const most = Math.max(...counts, 1);
  const bar = (width - 2 * TL.edge) / counts.length;
  strip.append(svgMake("rect", { class: "tl-ground", x: TL.edge, y: 6, width: width - 2 * TL.edge, height: 34, rx: 4 }));
  for (const [some, name] of [[counts, "tl-count"], [left, "tl-count left"]]) {
    some.forEach((count, at) => count && strip.append(svgMake("rect", { class: name, x: TL.edge + at * bar + 0.5, y: 40 - 32 * Math.sqrt(count / most), width: Math.max(1, bar - 1), height: 32 * Math.sqrt(count / most) })));
  }
  const [from, to] = view.map((day) => x(Math.max(whole[0], Math.min(whole[1], day))));
  strip.append(svgMake("rect", { class: "tl-window", x: from, y: 4, width: Math.max(4, to - from), height: 38, rx: 4 }));
  strip.append(tlHandle("first", from, view, whole, x), tlHandle("last", to, view, whole, x));
  strip.append(svgMake("text", { class: "tl-tick", x: TL.edge, y: 53 }, tlDay(whole[0])), svgMake("text", { class: "tl-tick", x: width - TL.edge, y: 53, "text-anchor": "end" }, tlDay(whole[1] - 1)));
  tlBrush(strip, whole, width);
  return strip;
}

const tlDay = (day) => figDay(calendar.words(Math.round(day)));

/** Events in each stretch of the whole, by their middle. */
function tlBins(events, [from, to], count) {
  const bins = Array.from({ length: Math.max(1, count) }, () => 0);
  for (const event of events) bins[Math.min(bins.length - 1, Math.floor((((event[TL_FIRST] + event[TL_LAST] + 1) / 2 - from) / (to - from)) * bins.length))] += 1;
  return bins;
}

/** A handle of the window, moved by the arrow keys too. */
function tlHandle(which, at, view, whole, x) {
  const day = which === "first" ? view[0] : view[1];
  const handle = svgMake("rect", { class: "tl-handle", x: at - 4, y: 10, width: 8, height: 26, rx: 4, tabindex: 0, role: "slider", "aria-label": which === "first" ? "First day in view" : "Last day in view", "aria-valuemin": Math.floor(whole[0]), "aria-valuemax": Math.ceil(whole[1]), "aria-valuenow": Math.round(day), "aria-valuetext": tlDay(which === "first" ? Math.ceil(day) : day - 1) });
  handle.dataset.tl = `handle-${which}`;
  handle.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    event.stopPropagation();
    const step = Math.max(1, Math.round((whole[1] - whole[0]) / 60)) * steps[event.key];
    const moved = which === "first" ? [Math.min(view[0] + step, view[1] - 2), view[1]] : [view[0], Math.max(view[1] + step, view[0] + 2)];
    tlSetView(moved);
  });
  return handle;
}

/** Drawing over the strip chooses a stretch; a handle or the window itself can be dragged. */
function tlBrush(strip, whole, width) {
  const day = (event) => whole[0] + ((event.clientX - strip.getBoundingClientRect().left - TL.edge) / (width - 2 * TL.edge)) * (whole[1] - whole[0]);
  let drag = null;
  strip.addEventListener("pointerdown", (event) => {
    const view = tlView();
    const which = event.target.dataset.tl;
    drag = which === "handle-first" ? { fixed: view[1] } : which === "handle-last" ? { fixed: view[0] } : event.target.classList.contains("tl-window") && view[1] - view[0] < (whole[1] - whole[0]) * 0.98 ? { from: day(event), view } : { fixed: day(event) };
    strip.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  const chosen = (event) => {
    if (drag.view) return drag.view.map((end) => end + day(event) - drag.from);
    return [Math.min(drag.fixed, day(event)), Math.max(drag.fixed, day(event))];
  };
  strip.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [from, to] = chosen(event).map((end) => TL.edge + ((Math.max(whole[0], Math.min(whole[1], end)) - whole[0]) / (whole[1] - whole[0])) * (width - 2 * TL.edge));
    const frame = strip.querySelector(".tl-window");
    frame.setAttribute("x", from);
    frame.setAttribute("width", Math.max(2, to - from));
  });
  strip.addEventListener("pointerup", (event) => {
    if (!drag) return;
    const [from, to] = chosen(event);
    drag = null;
    if (to - from >= 1) tlSetView([from, to]);
    else render();
  });
  strip.addEventListener("dblclick", () => tlSetView(whole));
}

function tlUndated(ids) {
  const row = (id) => make("div", { className: "row link" }, icon("Event"), button(words(nodes[id].shown), () => choose(nodes[id]), { className: "name" }));
  return make("section", { className: "tl-undated" }, make("h3", {}, "Without a date", make("span", { className: "n" }, ids.length.toLocaleString("en"))), someOf(ids, row, { few: 12 }));
}

/* What is shown, for saving. */

const tlShown = () => {
  const events = tlEvents();
  const view = tlView();
  return events.filter((event) => event[TL_LAST] + 1 > view[0] && event[TL_FIRST] < view[1]);
};

function tlPicture() {
  const width = Math.max(900, byId("view-timeline").clientWidth);
  const shown = tlMost(tlShown());
  const holder = make("div", { className: "tl fig-holder" }, tlDrawing(shown, tlView(), width));
  byId("view-timeline").append(holder);
  const drawing = svgWithLooks(holder.querySelector("svg"));
  holder.remove();
  return svgSheet(width, Number(drawing.getAttribute("height")), "Timeline", ...drawing.childNodes);
}

const TL_COLUMNS = ["event", "date", "status", "place"];

function tlRows() {
  const rows = tlShown().flatMap((event) => {
    const node = nodes[event[TL_NODE]];
    const places = block("timeline").places[node.id] ?? [];
    return (places.length ? places : [null]).map((id) => [node.label, event[TL_DATE], evidence().nodes[node.id][1], id === null ? "" : nodes[id].label]);
  });
  return [TL_COLUMNS, ...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function tlQuery() {
  const shown = tlShown();
  const all = sparqlWhole() && shown.length === block("timeline").events.length;
  const states = [...new Set(shown.map((event) => evidence().nodes[event[TL_NODE]][1]).filter(Boolean))].sort();
  const pattern = `${all ? "" : sparqlValues("?node", shown.map((event) => sparqlIri(nodeIri(nodes[event[TL_NODE]]))))}  ?node a kg:Event .
  OPTIONAL { ?node rdfs:label ?label }
  OPTIONAL { ?node schema:name ?name }
  BIND(STR(COALESCE(?label, ?name)) AS ?event)
  OPTIONAL { ?node kg:edtf ?edtf }
  OPTIONAL { ?node sem:hasEarliestBeginTimeStamp ?first }
  OPTIONAL { ?node sem:hasLatestEndTimeStamp ?last }
  BIND(COALESCE(?edtf, IF(STR(?first) = STR(?last), STR(?first), CONCAT(STR(?first), "/", STR(?last))), STR(?first), STR(?last)) AS ?date)
  FILTER(BOUND(?date))
  OPTIONAL {
    ?node kg:eventStatus ?state .
${states.length ? sparqlValues("(?state ?status)", states.map((words) => `(kg:${tlTerm(words)} ${sparqlText(words)})`), { indent: 4 }) : ""}  }
  OPTIONAL {
    ?node sem:hasPlace ?where .
${tlKnownPlaces(shown)}    OPTIONAL { ?where schema:name ?placeName }
    OPTIONAL { ?where rdfs:label ?placeLabel }
    BIND(STR(COALESCE(?placeName, ?placeLabel)) AS ?place)
  }
`;
  return sparqlQuery("What happened when, and where", TL_COLUMNS, pattern, ["date", "event", "place"]);
}

/** Of a graph of which the page holds a part, only the places that it holds. */
function tlKnownPlaces(shown) {
  if (sparqlWhole()) return "";
  const known = [...new Set(shown.flatMap((event) => block("timeline").places[event[TL_NODE]] ?? []))];
  return sparqlValues("?where", known.map((id) => sparqlIri(nodeIri(nodes[id]))), { indent: 4 });
}

/** "claimed only" -> ClaimedOnly: the vocabulary's name of a status, whose words the page shows. */
const tlTerm = (words) => words.replace(/[^A-Za-z0-9]+(.)?/g, (_, letter) => (letter ?? "").toUpperCase()).replace(/^./, (letter) => letter.toUpperCase());
