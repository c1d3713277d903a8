// What is painted over the drawing: the chosen node's star, and names at one size, none over another.

const FONT = "13px system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const LABELS = 110;
const LABEL_LETTERS = 30;

let hovered = null;
function hover(node) {
  hovered = node;
  byId("map").classList.toggle("over", Boolean(node));
  network.redraw();
}

const widths = new Map();
function widthOf(context, text) {
  if (!widths.has(text)) widths.set(text, context.measureText(text).width);
  return widths.get(text);
}

const paths = new Map();
function fillNode(context, node, { x, y }, ring) {
  const shape = KINDS[node.kind].shape;
  if (!paths.has(shape)) paths.set(shape, new Path2D(SHAPES[shape]));
  context.save();
  context.translate(x, y);
  context.scale(radiusOf(node), radiusOf(node));
  context.fillStyle = colours.kind[node.kind];
  context.fill(paths.get(shape));
  context.lineWidth = (ring ? 3 : 1.5) / node.radius;
  context.strokeStyle = ring ? colours.ink : colours.paper;
  context.stroke(paths.get(shape));
  context.restore();
}

/** The chosen node with its neighbours, over a veil that dims the rest. */
function paintStar(context, view) {
  const star = state.mate ? [linkBetween(state.node, state.mate)] : state.node.links;
  const mine = star.filter((link) => shownLinks.has(link));
  context.globalAlpha = 0.74;
  context.fillStyle = colours.paper;
  context.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  context.globalAlpha = 1;
  for (const link of mine) {
    const [from, to] = [places.get(nodes[link.from]), places.get(nodes[link.to])];
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.lineWidth = (state.mate ? 2.5 : 1.4) * view.pixel;
    context.strokeStyle = colours.line[strongest(link)];
    context.setLineDash((dashes[strongest(link)] || []).map((length) => length * view.pixel));
    context.stroke();
    context.setLineDash([]);
  }
  for (const link of mine) for (const end of [nodes[link.from], nodes[link.to]]) fillNode(context, end, places.get(end), false);
  fillNode(context, state.node, places.get(state.node), true);
  if (state.mate) fillNode(context, state.mate, places.get(state.mate), true);
  return mine;
}

/** Remembers boxes already painted on; most nodes keep theirs free of names. */
function roomFor() {
  const taken = ranked.filter((node) => shownNodes.has(node)).slice(0, 150).map((node) => {
    const [{ x, y }, half] = [places.get(node), radiusOf(node) * 0.5];
    return { left: x - half, right: x + half, top: y - half, bottom: y + half };
  });
  return (box, { force = false } = {}) => {
    const free = taken.every((other) => box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top);
    if (free || force) taken.push(box);
    return free || force;
  };
}

function paintText(context, text, x, y, view, { colour = colours.ink, strong = false, size = 13 } = {}) {
  context.save();
  context.translate(x, y);
  context.scale(view.pixel, view.pixel);
  context.font = `${strong ? "600 " : ""}${FONT.replace("13px", `${size}px`)}`;
  context.lineWidth = 4;
  context.strokeText(text, 0, 0);
  context.fillStyle = colour;
  context.fillText(text, 0, 0);
  context.restore();
}

function paintNames(context, order, view, fits, { force = 0 } = {}) {
  let left = shownNodes.size > 1500 ? LABELS / 2 : LABELS;
  order.forEach((node, position) => {
    const place = left > 0 && places.get(node);
    if (!place || place.x < view.left || place.x > view.right || place.y < view.top || place.y > view.bottom) return;
    const text = clip(node.label, LABEL_LETTERS);
    const half = (widthOf(context, text) / 2 + 4) * view.pixel;
    const height = 17 * view.pixel;
    const away = radiusOf(node) + 3 * view.pixel;
    // Below the node, else above it or beside it, else not at all.
    const spots = [[0, away], [0, -away - height], [half + away, -height / 2], [-half - away, -height / 2]];
    const box = ([x, y]) => ({ left: place.x + x - half, right: place.x + x + half, top: place.y + y, bottom: place.y + y + height });
    const spot = spots.find((at) => fits(box(at))) ?? (position < force && fits(box(spots[0]), { force: true }) ? spots[0] : null);
    if (!spot) return;
    left -= 1;
    paintText(context, text, place.x + spot[0], place.y + spot[1], view, { strong: node === state.node || node === state.mate || node === state.focus });
  });
}

/** What the lines of the chosen node say, at two thirds of the way. */
function paintPredicates(context, mine, view, fits) {
  if (mine.length > 40) return;
  for (const link of mine) {
    const [from, to] = [places.get(state.node), places.get(farEnd(link, state.node))];
    const text = linkWords(link, state.node);
    const [x, y] = [from.x + (to.x - from.x) * 0.55, from.y + (to.y - from.y) * 0.55];
    const half = (widthOf(context, text) * 0.46 + 3) * view.pixel;
    if (!fits({ left: x - half, right: x + half, top: y - 8 * view.pixel, bottom: y + 8 * view.pixel })) continue;
    paintText(context, text, x, y - 7 * view.pixel, view, { colour: colours.soft, size: 12 });
  }
}

/** What a line says, seen from one of its ends: its first predicate and how many more there are. */
function linkWords(link, node) {
  const items = link.items.filter((item) => !state.noLines.has(lineOf(item)));
  const [first] = items.length ? items : link.items;
  const more = new Set(items.map((item) => `${item[2]}${item[3]}`)).size - 1;
  return `${predicateOf(first, link.from === node.id)}${more > 0 ? ` +${more}` : ""}`;
}

/** An item's predicate, read from the link's first node or from its second. */
const predicateOf = ([, , predicate, forward], fromFirst) => graph.predicates[predicate][Boolean(forward) === fromFirst ? 0 : 1];

function paintOver(context) {
  const pixel = 1 / network.getScale();
  const { x, y } = network.getViewPosition();
  const box = byId("map");
  const [halfWidth, halfHeight] = [(box.clientWidth / 2) * pixel, (box.clientHeight / 2) * pixel];
  const view = { pixel, left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
  context.save();
  Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", strokeStyle: colours.paper, font: FONT });
  const fits = roomFor();
  if (state.node && shownNodes.has(state.node)) {
    const mine = paintStar(context, view);
    context.strokeStyle = colours.paper;
    const near = state.mate ? [state.node, state.mate] : [state.node, ...ranked.filter((node) => node !== state.node && mine.some((link) => farEnd(link, state.node) === node))];
    paintNames(context, near, view, fits, { force: state.mate ? 2 : 1 });
    paintPredicates(context, mine, view, fits);
  } else {
    const first = hovered && shownNodes.has(hovered) ? [hovered] : [];
    paintNames(context, [...first, ...ranked.filter((node) => shownNodes.has(node) && node !== hovered)], view, fits, { force: first.length });
  }
  if (hovered && state.node) paintNames(context, [hovered], view, () => true, { force: 1 });
  context.restore();
}
