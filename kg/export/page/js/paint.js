// What is painted over the drawing: the chosen node's star, and names at one size, none over another.

const FACE = 'Inter, "Source Sans 3", system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const LABELS = 110;
const LABEL_LETTERS = 30; // fewer where the window is narrow
const HUBS = 8; // at most so many names are set larger, where they stand out from the rest
const SHORT_LETTERS = 17; // a name that finds no room is tried once more, cut

let hovered = null;
function hover(node) {
  hovered = node;
  byId("map").classList.toggle("over", Boolean(node));
  network.redraw();
}

const letters = ({ size = 12.5, strong = false } = {}) => `${strong ? 600 : 450} ${size}px ${FACE}`;

const widths = new Map();
function widthOf(context, text, font) {
  const key = `${font}|${text}`;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
}

const shapePaths = new Map();
function fillNode(context, node, { x, y }, ring) {
  const shape = KINDS[node.kind].shape;
  if (!shapePaths.has(shape)) shapePaths.set(shape, new Path2D(SHAPES[shape]));
  context.save();
  context.translate(x, y);
  context.scale(radiusOf(node), radiusOf(node));
  context.fillStyle = colours.kind[node.kind];
  context.fill(shapePaths.get(shape));
  context.lineWidth = (ring ? 3 : 1.5) / node.radius;
  context.strokeStyle = ring ? colours.ink : colours.paper;
  context.stroke(shapePaths.get(shape));
  context.restore();
}

function strokeLink(context, link, view, width) {
  const [from, to] = [places.get(nodes[link.from]), places.get(nodes[link.to])];
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.lineWidth = width * view.pixel;
  context.strokeStyle = colours.line[strongest(link)];
  context.setLineDash((dashes[strongest(link)] || []).map((length) => length * view.pixel));
  context.stroke();
  context.setLineDash([]);
}

/** The chosen node with its neighbours, over a veil that dims the rest. */
function paintStar(context, view) {
  const star = state.mate ? [linkBetween(state.node, state.mate)] : state.node.links;
  const mine = star.filter((link) => shownLinks.has(link));
  context.globalAlpha = 0.78;
  context.fillStyle = colours.paper;
  context.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  context.globalAlpha = 1;
  for (const link of mine) strokeLink(context, link, view, state.mate ? 2.5 : 1.5);
  for (const link of mine) for (const end of [nodes[link.from], nodes[link.to]]) fillNode(context, end, places.get(end), false);
  fillNode(context, state.node, places.get(state.node), true);
  if (state.mate && places.has(state.mate)) fillNode(context, state.mate, places.get(state.mate), true);
  return mine;
}

/** Remembers boxes already painted on; most nodes keep theirs free of names, but not of the names of hubs. */
function roomFor() {
  const taken = shownRanked.slice(0, 150).map((node) => {
    const [{ x, y }, half] = [places.get(node), radiusOf(node) * 0.5];
    return { left: x - half, right: x + half, top: y - half, bottom: y + half };
  });
  const names = [];
  return (box, { force = false, hub = false } = {}) => {
    const free = (hub ? names : taken).every((other) => box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top);
    if (free || force) taken.push(box), names.push(box);
    return free || force;
  };
}

function paintText(context, text, x, y, view, { colour = colours.ink, font = letters() } = {}) {
  context.save();
  context.translate(x, y);
  context.scale(view.pixel, view.pixel);
  context.font = font;
  context.lineWidth = 4;
  context.strokeText(text, 0, 0);
  context.fillStyle = colour;
  context.fillText(text, 0, 0);
  context.restore();
}

const isChosen = (node) => node === state.node || node === state.mate || node === state.focus || node === state.from || node === state.to;

/** Hubs read first: their names are larger, and stand over other nodes where there is no free room. */
const isHub = (node) => shownRanked.length > 30 && hubs.has(node);
const faceOf = (node) => (isChosen(node) ? letters({ size: 13.5, strong: true }) : isHub(node) ? letters({ size: 14, strong: true }) : letters());

const inView = (place, view) => place && place.x >= view.left && place.x <= view.right && place.y >= view.top && place.y <= view.bottom;

/** Where a name may stand: below its node, above it, beside it, then at its corners. */
function spotsOf(node, half, view) {
  const height = 17 * view.pixel;
  const away = radiusOf(node) + 3 * view.pixel;
  const [aside, up, down] = [half + 0.5 * away, -0.6 * away - height, 0.6 * away];
  return [[0, away], [0, -away - height], [half + away, -height / 2], [-half - away, -height / 2], [aside, up], [aside, down], [-aside, up], [-aside, down]];
}

/** Paints a name where it finds room, cut if need be, else not at all. */
function paintName(context, node, view, fits, forced) {
  const place = places.get(node);
  const font = faceOf(node);
  const tried = (text, { hub = false, force = false } = {}) => {
    const half = (widthOf(context, text, font) / 2 + 4) * view.pixel;
    const box = ([x, y]) => ({ left: place.x + x - half, right: place.x + x + half, top: place.y + y, bottom: place.y + y + 17 * view.pixel });
    const whole = (at) => box(at).left > view.left && box(at).right < view.right;
    const spot = spotsOf(node, half, view).find((at) => (force || whole(at)) && fits(box(at), { hub, force }));
    if (spot) paintText(context, text, place.x + spot[0], place.y + spot[1], view, { font });
    return Boolean(spot);
  };
  const text = clip(node.shown, isChosen(node) ? 48 : Math.max(SHORT_LETTERS, Math.min(LABEL_LETTERS, Math.round(byId("map").clientWidth / 20))));
  const short = clip(node.shown, SHORT_LETTERS);
  return tried(text) || (isHub(node) && tried(text, { hub: true })) || (short !== text && tried(short)) || (forced && tried(text, { force: true }));
}

function paintNames(context, order, view, fits, { force = 0 } = {}) {
  let left = shownNodes.size > 1500 ? LABELS / 2 : LABELS;
  for (let at = 0; at < order.length && left > 0; at += 1) {
    if (inView(places.get(order[at]), view) && paintName(context, order[at], view, fits, at < force)) left -= 1;
  }
}

/** What lines say, seen from one of their ends. */
function paintPredicates(context, told, view, fits) {
  if (told.length > 40) return;
  const font = letters({ size: 12 });
  // Where there are many, what dotted lines say is left to the key.
  const worth = told.length > 6 ? told.filter(([link]) => strongest(link) !== "claim") : told;
  for (const [link, start] of worth) {
    const [from, to] = [places.get(start), places.get(farEnd(link, start))];
    const text = linkWords(link, start);
    const [x, y] = [from.x + (to.x - from.x) * 0.55, from.y + (to.y - from.y) * 0.55];
    const half = (widthOf(context, text, font) * 0.5 + 3) * view.pixel;
    if (!fits({ left: x - half, right: x + half, top: y - 8 * view.pixel, bottom: y + 8 * view.pixel })) continue;
    paintText(context, text, x, y - 7 * view.pixel, view, { colour: colours.soft, font });
  }
}

/** What a line says, seen from one of its ends: its first predicate and how many more there are. */
function linkWords(link, node) {
  const items = link.items.filter((item) => itemPasses(item, link));
  const [first] = items.length ? items : link.items;
  const more = new Set(items.map((item) => `${item[2]}${item[3]}`)).size - 1;
  return `${predicateOf(first, link.from === node.id)}${more > 0 ? ` · ${more} more` : ""}`;
}

/** An item's predicate, read from the link's first node or from its second. */
const predicateOf = ([, , predicate, forward], fromFirst) => graph.predicates[predicate][Boolean(forward) === fromFirst ? 0 : 1];

/** The part of the canvas that is seen, in its own units; pixel: the size of one of the screen's. */
function seen() {
  const pixel = 1 / network.getScale();
  const { x, y } = network.getViewPosition();
  const box = byId("map");
  const [halfWidth, halfHeight] = [(box.clientWidth / 2) * pixel, (box.clientHeight / 2) * pixel];
  return { pixel, left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function paintChosen(context, view, fits) {
  const mine = paintStar(context, view);
  context.strokeStyle = colours.paper;
  const ends = new Set(mine.map((link) => farEnd(link, state.node)));
  const near = state.mate ? [state.node, state.mate].filter((node) => places.has(node)) : [state.node, ...shownRanked.filter((node) => node !== state.node && ends.has(node))];
  paintNames(context, near, view, fits, { force: state.mate ? 2 : 1 });
  paintPredicates(context, mine.map((link) => [link, state.node]), view, fits);
}

function paintAll(context, view, fits) {
  const first = hovered && shownNodes.has(hovered) ? [hovered] : [];
  paintNames(context, [...first, ...shownRanked.filter((node) => node !== hovered)], view, fits, { force: first.length });
  if (state.to) paintPredicates(context, [...shownLinks].map((link) => [link, nearer(link)]), view, fits);
}

/** The end of a link that stands nearer to the first of two names. */
const nearer = (link) => (distance.get(nodes[link.from]) <= distance.get(nodes[link.to]) ? nodes[link.from] : nodes[link.to]);

function paintOver(context) {
  const view = seen();
  context.save();
  Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", strokeStyle: colours.paper });
  const fits = roomFor();
  if (state.node && shownNodes.has(state.node)) paintChosen(context, view, fits);
  else paintAll(context, view, fits);
  if (hovered && state.node && shownNodes.has(hovered)) paintName(context, hovered, view, () => true, true);
  context.restore();
}
