// Places on a map that the page brings along: no tile server is asked.
//
// Degrees east and north are drawn as they are, the ones to the east shrunk by the cosine of the latitude in the
// middle of the view, so that shapes and distances there are right. Zooming and moving changes one transform.

const PM = { closest: 4000, nearest: 260, farthest: 1.6, list: 250, join: 13, key: 26 };
const [PM_NODE, PM_LAT, PM_LON, PM_COUNTRY] = [0, 1, 2, 3];

addView({
  id: "places",
  label: "Places",
  order: 40,
  own: ["at"],
  ready: () => Boolean(byId("block-places")),
  key: () => [state.node?.id ?? "", byId("view-places")?.clientWidth, byId("view-places")?.clientHeight, pmPoints().map((point) => point[PM_NODE]).join()].join("|"),
  render: (panel) => pmRender(panel),
});

addOutput("places", { name: "places", picture: pmPicture, rows: pmRows, query: pmQuery });
addEventListener("resize", () => state.view === "places" && render());

const pmPoints = () => block("places").points.filter((point) => passesNode(nodes[point[PM_NODE]]));
const pmEvents = (id) => block("places").events[id] ?? [];

/* The view: latitude and longitude in the middle of the sheet, and pixels to a degree of latitude. */

let pmView = null;

/** How much a degree of longitude is shrunk: by the latitude where one is close, hardly at all for the world. */
const pmShrink = ({ lat, scale }) => Math.cos(((Math.max(-70, Math.min(70, lat)) * Math.min(1, scale / 10)) / 180) * Math.PI);

function pmAt(view, size, lat, lon) {
  const shrink = view.shrink;
  return [size.width / 2 + (lon - view.lon) * view.scale * shrink, size.height / 2 - (lat - view.lat) * view.scale];
}

/** The view that holds some points, no closer than so many pixels to a degree. */
function pmFit(points, size, nearest = PM.nearest) {
  if (!points.length) return { lat: 20, lon: 10, scale: Math.max(PM.farthest, size.width / 360), shrink: 1 };
  const ends = (values) => [Math.min(...values), Math.max(...values)];
  const [south, north] = ends(points.map((point) => point[PM_LAT]));
  const [west, east] = ends(points.map((point) => point[PM_LON]));
  const view = { lat: (south + north) / 2, lon: (west + east) / 2 };
  const across = (shrink) => Math.min((size.width - 130) / Math.max(0.02, (east - west) * shrink), (size.height - 150) / Math.max(0.02, north - south));
  const scale = Math.max(PM.farthest, Math.min(nearest, across(Math.cos((view.lat / 180) * Math.PI))));
  return { ...view, scale, shrink: pmShrink({ ...view, scale }) };
}

/** The places where most is: without a few that lie far off and are hardly mentioned. */
function pmMost(points) {
  const towns = points.filter((point) => !point[PM_COUNTRY]);
  const some = towns.length ? towns : points;
  if (some.length < 5) return some;
  const weight = (point) => Math.max(1, nodes[point[PM_NODE]].mentions);
  const total = some.reduce((sum, point) => sum + weight(point), 0);
  const middle = (axis) => {
    let sum = 0;
    return [...some].sort((a, b) => a[axis] - b[axis]).find((point) => (sum += weight(point)) >= total / 2)[axis];
  };
  const [lat, lon] = [middle(PM_LAT), middle(PM_LON)];
  const far = (point) => Math.hypot(point[PM_LAT] - lat, (point[PM_LON] - lon) * Math.cos((lat / 180) * Math.PI));
  const order = [...some].sort((a, b) => far(a) - far(b));
  let sum = 0;
  const kept = order.findIndex((point) => (sum += weight(point)) >= total * 0.9);
  const near = order.slice(0, kept + 1);
  // Only where it brings one much closer.
  return far(order.at(-1)) > 2.5 * far(near.at(-1)) ? near : some;
}

/** The view in the address, if it is one. */
function pmSaved() {
  const [lat, lon, scale] = ownWord("places", "at").split(",").map(Number);
  const known = [lat, lon, scale].every(Number.isFinite) && Math.abs(lat) <= 90 && Math.abs(lon) <= 190 && scale > 0;
  if (!known) return null;
  const view = { lat, lon, scale: Math.max(PM.farthest, Math.min(PM.closest, scale)) };
  return { ...view, shrink: pmShrink(view) };
}

function pmRemember() {
  state.own["places-at"] = [pmView.lat.toFixed(3), pmView.lon.toFixed(3), pmView.scale.toFixed(1)].join(",");
  writeAddress();
}

/* The sheet. */

function pmRender(panel) {
  const points = pmPoints();
  const held = panel.contains(document.activeElement) ? document.activeElement.dataset.pm : null;
  const sheet = make("div", { className: "pm" });
  panel.replaceChildren(sheet);
  const missing = block("places").without.filter((id) => passesNode(nodes[id]));
  const list = pmList(points, missing);
  if (!points.length || !block("basemap")) {
    sheet.classList.add("bare");
    sheet.append(make("p", { className: "lead" }, "Nothing can be drawn on a map: no place here has coordinates."), list);
    return;
  }
  const stage = make("div", { className: "pm-stage" });
  sheet.append(stage, list);
  const size = { width: Math.max(260, stage.clientWidth), height: Math.max(240, stage.clientHeight) };
  pmView = pmSaved() ?? pmFit(pmMost(points), size);
  if (state.node && points.some((point) => point[PM_NODE] === state.node.id)) pmReach(points.find((point) => point[PM_NODE] === state.node.id), size);
  const drawing = pmDrawing(points, size);
  stage.append(drawing, pmTools(points, size), make("p", { className: "pm-note" }, "Borders as held on the ground: Natural Earth"));
  pmMoves(drawing, points, size);
  if (held) panel.querySelector(`[data-pm="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}

/** Moves the view to a place that lies outside it. */
function pmReach(point, size) {
  const [x, y] = pmAt(pmView, size, point[PM_LAT], point[PM_LON]);
  if (x > 30 && x < size.width - 30 && y > 30 && y < size.height - 30) return;
  pmView = { ...pmView, lat: point[PM_LAT], lon: point[PM_LON] };
  pmView.shrink = pmShrink(pmView);
}

let pmPathsRead;
/** Land and borders as paths in the units of the base map, north up. */
function pmPaths() {
  if (pmPathsRead) return pmPathsRead;
  const { lines, land, borders } = block("basemap");
  const points = lines.map((line) => {
    const found = [];
    for (let at = 0, x = 0, y = 0; at < line.length; at += 2) found.push([(x += line[at]), (y += line[at + 1])]);
    return found;
  });
  const path = (line) => line.map(([x, y]) => `${x},${-y}`).join("L");
  const ring = (parts) => `M${parts.map((part) => path(part < 0 ? [...points[~part]].reverse() : points[part])).join("L")}Z`;
  return (pmPathsRead = { land: land.map(ring).join(""), borders: borders.map((at) => `M${path(points[at])}`).join("") });
}

function pmDrawing(points, size) {
  const paths = pmPaths();
  const drawing = svgMake("svg", { class: "pm-map", width: size.width, height: size.height, viewBox: `0 0 ${size.width} ${size.height}`, tabindex: 0, role: "group", "aria-label": `Map of ${plural(points.length, "place")}. Arrow keys move it, plus and minus bring it closer, 0 shows all places; the list beside it has the same places.` });
  drawing.dataset.pm = "map";
  drawing.append(
    svgMake("rect", { class: "pm-sea", width: size.width, height: size.height }),
    svgMake("g", { class: "pm-world" }, svgMake("path", { class: "pm-land", d: paths.land }), svgMake("path", { class: "pm-borders", d: paths.borders })),
    svgMake("g", { class: "pm-names", "aria-hidden": "true" }),
    svgMake("g", { class: "pm-places" }),
    svgMake("g", { class: "pm-bar", "aria-hidden": "true" }),
  );
  pmPlace(drawing, points, size);
  return drawing;
}

/** Draws what depends on the view: the transform of the world, the names, the circles. */
function pmPlace(drawing, points, size) {
  const { steps } = block("basemap");
  const { lat, lon, scale, shrink } = pmView;
  const [x, y] = [size.width / 2 - lon * scale * shrink, size.height / 2 + lat * scale];
  drawing.querySelector(".pm-world").setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${((scale * shrink) / steps).toPrecision(7)} ${(scale / steps).toPrecision(7)})`);
  // The tools and the bar of kilometres have their corners.
  const taken = [[0, 200, 0, 48], [0, 290, size.height - 54, size.height]];
  const clusters = pmClusters(points, size);
  for (const cluster of clusters) taken.push([cluster.x - cluster.radius, cluster.x + cluster.radius, cluster.y - cluster.radius, cluster.y + cluster.radius]);
  const held = document.activeElement?.dataset?.pm;
  drawing.querySelector(".pm-places").replaceChildren(...clusters.map((cluster) => pmCircle(cluster, taken, points, size, drawing)));
  drawing.querySelector(".pm-names").replaceChildren(...pmNames(taken, size, steps));
  drawing.querySelector(".pm-bar").replaceChildren(...pmBar(size));
  if (held && held !== "map") drawing.querySelector(`[data-pm="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}

/** Places that would lie on each other go together, the most mentioned one giving the name. */
function pmClusters(points, size) {
  const inside = points.map((point) => ({ point, node: nodes[point[PM_NODE]], at: pmAt(pmView, size, point[PM_LAT], point[PM_LON]) })).filter(({ at: [x, y] }) => x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20);
  inside.sort((a, b) => a.point[PM_COUNTRY] - b.point[PM_COUNTRY] || b.node.mentions - a.node.mentions || a.node.id - b.node.id);
  const clusters = [];
  for (const one of inside) {
    const [x, y] = one.at;
    const near = one.point[PM_COUNTRY] ? null : clusters.find((cluster) => !cluster.country && Math.hypot(cluster.x - x, cluster.y - y) < PM.join);
    if (near) near.all.push(one);
    else clusters.push({ x, y, all: [one], country: Boolean(one.point[PM_COUNTRY]) });
  }
  for (const cluster of clusters) cluster.radius = pmRadius(cluster.all.reduce((sum, { node }) => sum + node.mentions, 0));
  return clusters;
}

const pmRadius = (mentions) => Math.min(24, 4.5 + 1.9 * Math.sqrt(Math.max(1, mentions)));

function pmCircle(cluster, taken, points, size, drawing) {
  const [{ node }] = cluster.all;
  const many = cluster.all.length > 1;
  const label = many ? `${clip(node.label, 24)} +${cluster.all.length - 1}` : clip(node.label, 30);
  const chosen = cluster.all.some((one) => one.node === state.node || pmEvents(one.node.id).includes(state.node?.id));
  const words = many ? `${plural(cluster.all.length, "place")}: ${cluster.all.slice(0, 6).map((one) => one.node.label).join(", ")}. Zoom in` : [node.label, plural(node.mentions, "mention"), pmEvents(node.id).length && plural(pmEvents(node.id).length, "event"), cluster.country && "a country"].filter(Boolean).join(", ");
  const group = svgMake("g", { class: `pm-place${cluster.country ? " country" : ""}${chosen ? " chosen" : ""}`, role: "button", tabindex: 0, "aria-label": words });
  group.dataset.pm = node.key;
  group.append(svgMake("title", {}, words), svgMake("circle", { cx: cluster.x.toFixed(1), cy: cluster.y.toFixed(1), r: (cluster.country ? cluster.radius * 0.8 : cluster.radius).toFixed(1) }));
  const spot = pmSpot(label, cluster, taken, size, chosen);
  if (spot) group.append(svgMake("text", { x: spot.x.toFixed(1), y: spot.y.toFixed(1), "text-anchor": spot.anchor }, label));
  const open = () => (many ? pmInto(cluster, points, size, drawing) : choose(node));
  group.addEventListener("click", () => !pmDragged && open());
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    open();
  });
  return group;
}

/** Room for a name right of its circle, left of it, above or below; none where others stand. */
function pmSpot(label, { x, y, radius }, taken, size, force) {
  const width = svgWidth(label, 13, 500) + 4;
  const spots = [{ x: x + radius + 4, y: y + 4.5, anchor: "start", left: x + radius + 2 }, { x: x - radius - 4, y: y + 4.5, anchor: "end", left: x - radius - 4 - width }, { x, y: y - radius - 6, anchor: "middle", left: x - width / 2 }, { x, y: y + radius + 15, anchor: "middle", left: x - width / 2 }, ...[-1, 1].flatMap((up) => [{ x: x + 6, y: y + up * (radius + 10) + 5, anchor: "start", left: x + 4 }, { x: x - 6, y: y + up * (radius + 10) + 5, anchor: "end", left: x - 6 - width }])];
  const box = (spot) => [spot.left, spot.left + width, spot.y - 13, spot.y + 4];
  const clear = (one) => one[0] > 2 && one[1] < size.width - 2 && taken.every((other) => one[0] > other[1] || one[1] < other[0] || one[2] > other[3] || one[3] < other[2]);
  const found = spots.find((spot) => clear(box(spot))) ?? (force ? spots[0] : null);
  if (found) taken.push(box(found));
  return found;
}

/** Names of countries that are wide enough in this view, where no place has its name. */
function pmNames(taken, size, steps) {
  const named = new Set(pmPoints().filter((point) => point[PM_COUNTRY]).map((point) => fold(nodes[point[PM_NODE]].label)));
  return block("basemap").names.flatMap(([name, x, y, extent]) => {
    const width = svgWidth(name, 12) * 1.12;
    const [left, top] = pmAt(pmView, size, y / steps, x / steps);
    const room = (extent / steps) * pmView.scale * 1.5;
    const box = [left - width / 2, left + width / 2, top - 10, top + 4];
    if (named.has(fold(name)) || room < width || box[1] < 0 || box[0] > size.width || top < 0 || top > size.height) return [];
    if (taken.some((other) => box[0] < other[1] && other[0] < box[1] && box[2] < other[3] && other[2] < box[3])) return [];
    taken.push(box);
    return [svgMake("text", { x: left.toFixed(1), y: top.toFixed(1), "text-anchor": "middle" }, name)];
  });
}

/** A bar of so many kilometres. */
function pmBar(size) {
  const kilometre = pmView.scale / 111.2;
  const length = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].findLast((one) => one * kilometre < 120) ?? 1;
  const [x, y] = [14, size.height - 34];
  return [svgMake("path", { d: `M${x},${y - 4}V${y}H${(x + length * kilometre).toFixed(1)}V${y - 4}` }), svgMake("text", { x: x + 4, y: y - 6 }, `${length.toLocaleString("en")} km`)];
}

/* Moving about. */

let pmDragged = false;

function pmTools(points, size) {
  const act = (change) => () => {
    pmView = change();
    pmRedraw(points, size);
  };
  const tool = (text, label, change) => button(text, act(change), { title: label, ariaLabel: label });
  return make("div", { className: "pm-tools", role: "group", ariaLabel: "Map" }, tool("+", "Closer", () => pmScaled(1.6)), tool("−", "Farther", () => pmScaled(1 / 1.6)), tool("All places", "Show all places", () => pmFit(points, size)));
}

function pmScaled(factor, { x = 0, y = 0 } = {}) {
  const scale = Math.max(PM.farthest, Math.min(PM.closest, pmView.scale * factor));
  // What lies under the pointer stays there.
  const [lat, lon] = [pmView.lat - y / pmView.scale, pmView.lon + x / (pmView.scale * pmView.shrink)];
  const shrink = pmShrink({ lat: pmView.lat, scale });
  return pmHeld({ scale, shrink, lat: lat + y / scale, lon: lon - x / (scale * shrink) });
}

const pmMoved = (x, y) => pmHeld({ ...pmView, lat: pmView.lat + y / pmView.scale, lon: pmView.lon - x / (pmView.scale * pmView.shrink) });

/** The middle of the view stays on the map. */
const pmHeld = (view) => ({ ...view, lat: Math.max(-75, Math.min(85, view.lat)), lon: Math.max(-180, Math.min(190, view.lon)) });

let pmDue = 0;
function pmRedraw(points, size) {
  const drawing = document.querySelector("#view-places svg.pm-map");
  if (!drawing) return;
  cancelAnimationFrame(pmDue);
  pmDue = requestAnimationFrame(() => pmPlace(drawing, points, size));
  pmRemember();
}

function pmInto({ all }, points, size, drawing) {
  const fit = pmFit(all.map(({ point }) => point), size, PM.closest);
  pmView = fit.scale > pmView.scale * 1.1 ? fit : pmScaled(2);
  pmPlace(drawing, points, size);
  pmRemember();
  drawing.focus({ preventScroll: true });
}

/** Mouse, touch with one and two fingers, wheel and keys. */
function pmMoves(drawing, points, size) {
  const down = new Map();
  const redraw = () => pmRedraw(points, size);
  const spread = () => {
    const [one, other] = [...down.values()];
    return Math.hypot(one.x - other.x, one.y - other.y);
  };
  drawing.addEventListener("pointerdown", (event) => {
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (down.size === 1) pmDragged = false;
  });
  drawing.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const apart = down.size === 2 ? spread() : 0;
    const [x, y] = [event.clientX - before.x, event.clientY - before.y];
    if (!pmDragged && Math.hypot(x, y) < 4) return;
    if (!pmDragged) drawing.setPointerCapture(event.pointerId);
    pmDragged = true;
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    pmView = down.size === 2 ? pmScaled(spread() / Math.max(1, apart)) : pmMoved(x, y);
    redraw();
  });
  for (const name of ["pointerup", "pointercancel"]) drawing.addEventListener(name, (event) => down.delete(event.pointerId));
  drawing.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = drawing.getBoundingClientRect();
    pmView = pmScaled(event.deltaY > 0 ? 0.85 : 1.18, { x: event.clientX - box.left - size.width / 2, y: event.clientY - box.top - size.height / 2 });
    redraw();
  }, { passive: false });
  drawing.addEventListener("keydown", (event) => pmKey(event, points, size) && (event.preventDefault(), event.stopPropagation(), redraw()));
}

function pmKey(event, points, size) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  if (event.key in moves) pmView = pmMoved(...moves[event.key]);
  else if (event.key === "+" || event.key === "=") pmView = pmScaled(1.6);
  else if (event.key === "-") pmView = pmScaled(1 / 1.6);
  else if (event.key === "0") pmView = pmFit(points, size);
  else return false;
  return true;
}

/* The list beside the map. */

function pmList(points, missing) {
  const events = (node) => (pmEvents(node.id).length ? `, ${plural(pmEvents(node.id).length, "event")} there` : "");
  const row = (node) => make("div", { className: "row link" }, icon("Place"), button(words(node.label), () => choose(node), { className: "name", data: { pm: `list-${node.key}` }, title: `${plural(node.mentions, "mention")}${events(node)}` }), make("span", { className: "n" }, plural(node.mentions, "mention")));
  const order = points.map((point) => nodes[point[PM_NODE]]).sort((a, b) => b.mentions - a.mentions || a.id - b.id);
  return make(
    "div",
    { className: "pm-list" },
    order.length ? make("section", {}, make("h3", {}, "On the map", make("span", { className: "n" }, order.length.toLocaleString("en"))), someOf(order, row, { few: 40 })) : null,
    missing.length ? make("section", {}, make("h3", {}, "Without coordinates", make("span", { className: "n" }, missing.length.toLocaleString("en"))), someOf(missing.map((id) => nodes[id]), row, { few: 20 })) : null,
  );
}

/* What is shown, for saving. */

function pmPicture() {
  const drawing = document.querySelector("#view-places svg.pm-map");
  if (!drawing) return svgSheet(600, 60, "Places");
  const copy = svgWithLooks(drawing);
  const [width, height] = [Number(drawing.getAttribute("width")), Number(drawing.getAttribute("height"))];
  const frame = svgMake("svg", { x: 0, y: 0, width, height, viewBox: `0 0 ${width} ${height}` }, ...copy.childNodes);
  const source = svgMake("text", { x: 24, y: height + 18, "font-size": 12, fill: colours.soft }, "Coasts and borders: Natural Earth");
  return svgSheet(width, height + 30, "Places", frame, source);
}

const PM_COLUMNS = ["place", "latitude", "longitude", "mentions"];

function pmRows() {
  return [PM_COLUMNS, ...pmPoints().map((point) => [nodes[point[PM_NODE]].label, point[PM_LAT], point[PM_LON], nodes[point[PM_NODE]].mentions])];
}

function pmQuery() {
  const points = pmPoints();
  const all = sparqlWhole() && points.length === block("places").points.length;
  const pattern = `${all ? "" : sparqlValues("?node", points.map((point) => sparqlIri(nodeIri(nodes[point[PM_NODE]]))))}  ?node a schema:Place ;
    schema:latitude ?latitude ;
    schema:longitude ?longitude .
  OPTIONAL { ?node schema:name ?name }
  OPTIONAL { ?node rdfs:label ?label }
  BIND(STR(COALESCE(?name, ?label)) AS ?place)
  OPTIONAL { ?node kg:mentionCount ?mentions }
`;
  return sparqlQuery("Which places are mentioned, and where do they lie", PM_COLUMNS, pattern, ["place", "latitude", "longitude"]);
}
