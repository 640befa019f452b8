// Draws the lineage that the page's table already holds: levels from left to right, older to the left.
// Without this script the page works as the table; every click here is also a plain link.
"use strict";

const CARD = {width: 232, height: 76};
const FAMILY = getComputedStyle(document.body).fontFamily;
const FONT = {name: `600 13px ${FAMILY}`, title: `12px ${FAMILY}`, foot: `11px ${FAMILY}`};
const GAP = {column: 104, row: 18}, PITCH = CARD.height + GAP.row;
const ROOT = "root", LEAST_SCALE = 0.68, FEW = 5;
const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
const $ = (id) => document.getElementById(id);
const address = () => location.pathname + location.search;
let zoom, layer, svg, bounds, sight, cards, links, plain, shown = address(), turns = 0;

function draw(keep) {
  const stage = $("stage");
  if (!stage) return;
  const data = JSON.parse($("drawing-data").textContent);
  stage.hidden = $("zoom").hidden = false;
  stage.replaceChildren();
  const room = stage.clientWidth;  // read while the stage is empty: later it would lay all cards out twice
  cards = new Map(data.cards.map((card) => [card.key, card]));
  links = data.links;
  plain = new Set(data.cards);
  place(data.lanes);
  svg = put(d3.select(stage), "svg", {"aria-label": data.label});
  layer = put(svg, "g", {class: "layer"});
  data.lanes.forEach(drawLane);
  links.forEach(drawLink);
  data.cards.forEach(drawCard);
  makeZoomable(stage, room, keep);
}

function put(parent, tag, attributes, words) {
  const made = parent.append(tag);
  for (const name in attributes) if (attributes[name] !== undefined) made.attr(name, attributes[name]);
  return words === undefined ? made : made.text(words);
}

// Columns come from level, then from order of issue within a level; dagre orders the cards in them.
// Many cards with the same neighbours are one tall block to it; among few, they take seats in the table's order.
function place(lanes) {
  setColumns(lanes);
  const alike = gather();
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({rankdir: "LR", ranker: "tight-tree", nodesep: GAP.row, ranksep: GAP.column});
  graph.setDefaultEdgeLabel(() => ({}));
  graph.setNode(ROOT, {width: 1, height: 1});
  for (const group of alike) {
    for (const card of group) card.block = group.length > FEW ? group[0].key : card.key;
    for (const {block} of group) graph.setNode(block, {width: CARD.width, height: (group.length > FEW ? group.length : 1) * PITCH - GAP.row});
  }
  for (const link of links) {
    const [left, right] = [cards.get(link.from), cards.get(link.to)].sort((a, b) => a.column - b.column);
    if (left.column < right.column) graph.setEdge(left.block, right.block, {minlen: right.column - left.column, weight: 2});
  }
  for (const {block, column} of cards.values()) {
    if (!graph.inEdges(block).length) graph.setEdge(ROOT, block, {minlen: column + 1, weight: 0});
  }
  dagre.layout(graph);
  for (const group of alike) {
    const seats = group.map((card) => card.block).sort((a, b) => graph.node(a).y - graph.node(b).y);
    group.forEach((card, at) => {
      card.off = group.length > FEW ? (at - (group.length - 1) / 2) * PITCH : 0;
      const {x, y} = graph.node((card.block = seats[at]));
      Object.assign(card, {x, y: y + card.off});
    });
  }
  route(graph);
  const xs = [...cards.values()].map((card) => card.x), ys = [...cards.values()].map((card) => card.y);
  bounds = {
    left: Math.min(...xs) - CARD.width / 2 - 30, right: Math.max(...xs) + CARD.width / 2 + 30,
    top: Math.min(...ys) - CARD.height / 2 - 46, bottom: Math.max(...ys) + CARD.height / 2 + 22,
  };
}

function setColumns(lanes) {
  const within = new Map([...cards.keys()].map((key) => [key, []]));
  for (const link of links) {
    const [later, earlier] = [cards.get(link.from), cards.get(link.to)];
    if (later.lane === earlier.lane && (!later.date || earlier.date <= later.date)) within.get(later.key).push(earlier);
  }
  const depth = (card, seen) => {
    if (card.sub !== undefined || seen.has(card)) return card.sub || 0;
    seen.add(card);
    return (card.sub = Math.max(-1, ...within.get(card.key).map((other) => depth(other, seen))) + 1);
  };
  let column = 0;
  for (const lane of lanes) {
    lane.own = [...cards.values()].filter((card) => card.lane === lane.level);
    lane.own.forEach((card) => (card.column = column + depth(card, new Set())));
    column += 1 + Math.max(...lane.own.map((card) => card.sub));
  }
}

function gather() {
  const near = new Map([...cards].map(([key, card]) => [key, [card.column]]));
  for (const link of links) {
    near.get(link.from).push(`>${link.to}`);
    near.get(link.to).push(`<${link.from}`);
  }
  const groups = new Map();
  for (const [key, card] of cards) {
    const sign = near.get(key).sort().join();
    groups.set(sign, [...(groups.get(sign) || []), card]);
  }
  return [...groups.values()];
}

// Where a line runs: from the later card to the earlier one, around cards that dagre made room for.
function route(graph) {
  for (const link of links) {
    const [from, to] = [cards.get(link.from), cards.get(link.to)];
    const edge = graph.edge(to.block, from.block) || graph.edge(from.block, to.block);
    link.way = from.column === to.column ? 0 : from.x > to.x ? -1 : 1;
    link.bends = link.way && edge ? edge.points.slice(1, -1).map(({x, y}) => [x, y + (from.off || to.off)]) : [];
    if (link.way < 0) link.bends.reverse();
  }
  const start = ports((link) => [cards.get(link.from), link.way || 1, (link.bends[0] || [0, cards.get(link.to).y])[1]]);
  const end = ports((link) => [cards.get(link.to), -link.way || 1, (link.bends.at(-1) || [0, cards.get(link.from).y])[1]]);
  links.forEach((link, at) => bend(link, start[at], end[at]));
}

// Lines that leave a card on one side are spread over it, in the order in which they will meet others.
function ports(end) {
  const sides = new Map();
  const found = links.map((link) => {
    const [card, way, far] = end(link), side = way + card.key;
    const port = {x: card.x + way * CARD.width / 2, y: card.y, far};
    sides.set(side, [...(sides.get(side) || []), port]);
    return port;
  });
  for (const side of sides.values()) {
    const gap = Math.min(15, 56 / side.length);
    side.sort((a, b) => a.far - b.far).forEach((port, at) => (port.gap = gap, port.y += (at - (side.length - 1) / 2) * gap));
  }
  return found;
}

function bend(link, start, end) {
  const out = link.way || 1, more = cards.get(link.from).more;
  if (!link.way) link.path = `M${start.x},${start.y}C${start.x + 50},${start.y} ${end.x + 50},${end.y} ${end.x},${end.y}`;
  else link.path = [...link.bends, [end.x, end.y]].reduce(([path, px, py], [x, y]) => [
    `${path}C${(px + x) / 2},${py} ${(px + x) / 2},${y} ${x},${y}`, x, y,
  ], [`M${start.x},${start.y}`, start.x, start.y])[0];
  const clear = (out < 0 ? more.up : more.down) ? 24 : 7;
  link.labelAt = {x: start.x + out * clear, y: start.y - 4, "text-anchor": out < 0 ? "end" : "start"};
  link.quiet = links.length > 60 || start.gap < 9;
  link.tip = `M${end.x},${end.y}l${9 * (link.way ? -link.way : 1)},-4.5v9z`;
}

function drawLane(lane) {
  const xs = lane.own.map((card) => card.x);
  const left = Math.min(...xs) - CARD.width / 2 - 22, right = Math.max(...xs) + CARD.width / 2 + 22;
  const group = put(layer, "g", {class: `lane level-${lane.level}`});
  put(group, "rect", {x: left, y: bounds.top, rx: 10, width: right - left, height: bounds.bottom - bounds.top});
  put(group, "text", {x: left + 22, y: bounds.top + 26}, lane.label);
}

function drawLink(link) {
  const kind = `link manner-${link.manner}${link.via === "task" ? " via-task" : ""}`;
  const anchor = put(layer, "a", {class: kind, href: link.href, "data-swap": "", "data-key": link.key, "aria-label": link.title});
  link.node = anchor.datum(link).node();
  put(anchor, "path", {class: "reach", d: link.path});
  put(anchor, "path", {class: "line", d: link.path});
  put(anchor, "path", {class: "tip", d: link.tip});
  if (!link.quiet) put(anchor, "text", link.labelAt, link.label);
}

function drawCard(card) {
  const {width, height} = CARD, bundle = card.kind === "bundle";
  card.group = put(layer, "g", {
    class: `card level-${card.lane} ${card.kind} ${card.status}${card.focus ? " focus" : ""}`,
    transform: `translate(${card.x - width / 2},${card.y - height / 2})`,
  });
  card.anchor = put(card.group, "a", {
    href: card.href, "data-key": card.key, "aria-label": card.spoken,
    "data-swap": bundle ? "" : undefined, "aria-current": card.focus || undefined,
  }).datum(card);
  card.node = card.anchor.node();
  for (const off of bundle ? [8, 4] : []) put(card.anchor, "rect", {class: "behind", x: off, y: off, width, height, rx: 8});
  put(card.anchor, "rect", {class: "face", width, height, rx: 8});
  put(card.anchor, "path", {class: "band", d: `M8,0H5a5,5 0 0 0 -5,5V${height - 5}a5,5 0 0 0 5,5H8z`});
}

// Type and number in one line; where they do not fit the type gives way, never the number.
function named({name, number}) {
  const whole = fold(name, FONT.name, 1)[0];
  if (whole === name || !number) return whole;
  const room = CARD.width - 34 - wide(number, FONT.name);
  return `${fold(name, FONT.name, 1, room)[0]} ${number}`;
}

// Words cost most of the drawing, so a card gets its own when it comes into sight; until then its label says them.
function dress(everything) {
  const move = d3.zoomTransform(svg.node());
  const seen = (at, room, size) => at > -size && at < room + size;
  for (const card of plain) {
    if (!everything && !(seen(move.applyX(card.x), sight[0], CARD.width) && seen(move.applyY(card.y), sight[1], CARD.height * 2))) continue;
    plain.delete(card);
    const lines = fold(card.title, FONT.title, 2), foot = fold(card.foot, FONT.foot, 1)[0] || "";
    const words = [["name", 21, named(card)], ...lines.map((line, at) => ["subject", 37 + 14 * at, line]), ["foot", lines.length ? 67 : 42, foot]];
    for (const [kind, y, text] of words) put(card.anchor, "text", {class: kind, x: 18, y}, `${text} `);
    card.anchor.attr("aria-label", null).attr("aria-description", card.spoken);
    for (const way in card.more) drawMore(card, way, card.more[way]);
  }
}

function drawMore(card, way, more) {
  const width = 18 + 7 * more.label.length, middle = way === "up" ? -4 : CARD.width + 4;
  const anchor = put(card.group, "a", {
    class: "more", href: more.href, "data-swap": "", "data-key": `${way} ${card.key}`, "aria-label": more.title,
  });
  put(anchor, "rect", {x: middle - width / 2, y: CARD.height / 2 - 11, width, height: 22, rx: 11});
  put(anchor, "text", {x: middle, y: CARD.height / 2 + 4, "text-anchor": "middle"}, more.label);
}

function wide(word, font) {
  const key = font + word;
  if (!widths.has(key)) {
    pen.font = font;
    widths.set(key, pen.measureText(word).width);
  }
  return widths.get(key);
}

// `text` in at most `most` lines of width `room`; what does not fit ends in "…".
function fold(text, font, most, room = CARD.width - 30) {
  const lines = [];
  let line = "", taken = 0;
  for (const word of text ? text.split(" ") : []) {
    const more = (line ? wide(" ", font) : 0) + wide(word, font);
    if (line && taken + more > room - (lines.length + 1 === most ? wide("…", font) : 0)) {
      if (lines.push(line) === most) return [...lines.slice(0, -1), `${line}…`];
      [line, taken] = [word, more];
    } else [line, taken] = [line ? `${line} ${word}` : word, taken + more];
  }
  return line ? [...lines, line] : lines;
}

function makeZoomable(stage, room, keep) {
  zoom = d3.zoom().scaleExtent([0.08, 2.5]).on("zoom", ({transform: {x, y, k}}) => {
    layer.style("transform", `translate(${x}px,${y}px) scale(${k})`);
    dress();
  });
  // The wheel scrolls the page until the drawing has the focus.
  zoom.filter((event) => event.type !== "wheel" || event.ctrlKey || event.metaKey || stage.contains(document.activeElement));
  const scale = Math.max(LEAST_SCALE, Math.min(1, room / (bounds.right - bounds.left)));
  const height = Math.max(220, Math.min((bounds.bottom - bounds.top) * scale, innerHeight * 0.74));
  stage.style.height = `${height}px`;
  sight = [room, height];
  svg.call(zoom.extent([[0, 0], sight])).on("dblclick.zoom", null);
  const same = keep && cards.get(keep.key);
  if (same) moveTo(keep.x - same.x * keep.k, keep.y - same.y * keep.k, keep.k);
  else fit(scale);
}

const moveTo = (x, y, scale) => svg.call(zoom.transform, d3.zoomIdentity.translate(x, y).scale(scale));
const focused = () => [...cards.values()].find((card) => card.focus);

// All of it if that stays readable, else around the card that the page is about.
function fit(scale) {
  const along = (low, high, room, at) => {
    const size = (high - low) * scale;
    if (size <= room) return (room - size) / 2 - low * scale;
    return Math.max(room - high * scale, Math.min(-low * scale, room / 2 - at * scale));
  };
  const {x, y} = focused();
  moveTo(along(bounds.left, bounds.right, sight[0], x), along(bounds.top, bounds.bottom, sight[1], y), scale);
}

function reveal(element) {
  const place = d3.zoomTransform(svg.node());
  const stage = $("stage").getBoundingClientRect(), box = element.getBoundingClientRect();
  const shift = (low, high, from, to) => (low < from ? from - low : high > to ? to - high : 0);
  const dx = shift(box.left, box.right, stage.left + 12, stage.right - 12);
  const dy = shift(box.top, box.bottom, stage.top + 12, stage.bottom - 12);
  if (dx || dy) moveTo(place.x + dx, place.y + dy, place.k);
}

// The view on the page at `href`; none if the page cannot be had.
async function fetched(href) {
  try {
    const answer = await fetch(href, {headers: {Accept: "text/html"}});
    return answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("view");
  } catch {
    return null;
  }
}

// A link marked data-swap changes only the view: fetch the page it names and put its view in place,
// unless another one was asked for meanwhile.
async function swap(href, push) {
  const key = document.activeElement?.closest("[data-key]")?.dataset.key;
  const card = cards && ([...cards.values()].find((one) => key?.endsWith(one.key)) || focused());
  const now = card && d3.zoomTransform(svg.node());
  const keep = card && {key: card.key, k: now.k, x: now.applyX(card.x), y: now.applyY(card.y)};
  const turn = (turns += 1), fresh = await fetched(href);
  if (turn !== turns) return;
  if (!fresh) return location.assign(href);
  $("view").replaceWith(document.adoptNode(fresh));
  if (push) history.pushState({}, "", href);
  shown = address();
  draw(keep);
  const evidence = $("evidence");
  if (evidence) { evidence.focus({preventScroll: true}); evidence.scrollIntoView({block: "nearest"}); }
  else if (key) document.querySelector(`#stage [data-key="${CSS.escape(key)}"]`)?.focus({preventScroll: true});
}

// Arrow keys: left and right along lines (card, line, card), up and down among cards of a column.
function step(event) {
  const here = event.target.closest?.("#stage a[data-key]");
  const [across, way] = {ArrowLeft: [true, -1], ArrowRight: [true, 1], ArrowUp: [false, -1], ArrowDown: [false, 1]}[event.key] || [];
  const at = here && way && d3.select(here).datum();
  const next = at && (at.path ? fromLine : fromCard)(at, way, across);
  if (!next) return;
  event.preventDefault();
  next.node.focus({preventScroll: true});
}

const beside = (all, one, way) => all[all.indexOf(one) + way];

function fromCard(card, way, across) {
  if (across) return links.find((link) => leads(link, card, way));
  return beside([...cards.values()].filter((other) => other.column === card.column).sort((a, b) => a.y - b.y), card, way);
}

function leads(link, card, way) {
  const far = cards.get(link.from === card.key ? link.to : link.to === card.key ? link.from : "");
  return far && (far.column === card.column ? way < 0 === (link.from === card.key) : way < 0 === far.column < card.column);
}

function fromLine(link, way, across) {
  if (!across) return beside(links.filter((other) => other.to === link.to), link, way);
  return [cards.get(link.from), cards.get(link.to)].sort((a, b) => a.column - b.column)[way < 0 ? 0 : 1];
}

function twins(event) {
  const key = event.target.closest?.("[data-key]")?.dataset.key, line = event.target.closest?.(".link");
  const link = line && d3.select(line).datum();
  if (link && !line.querySelector("text")) put(d3.select(line), "text", link.labelAt, link.label);
  document.querySelectorAll(".twin").forEach((element) => element.classList.remove("twin"));
  if (key) document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`).forEach((element) => element.classList.add("twin"));
}

document.addEventListener("click", (event) => {
  const anchor = event.target.closest("a[data-swap]"), tool = event.target.closest("button[data-zoom]");
  if (tool) tool.dataset.zoom === "fit" ? draw() : svg.call(zoom.scaleBy, Number(tool.dataset.zoom));
  if (!anchor || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  anchor.focus({preventScroll: true});
  swap(anchor.getAttribute("href"), true);
});
document.addEventListener("keydown", (event) => {
  const close = event.key === "Escape" && document.querySelector("#evidence a.close");
  if (close) close.click();
  else step(event);
});
document.addEventListener("mouseover", twins);
document.addEventListener("focusin", (event) => (twins(event), event.target.closest("#stage a") && reveal(event.target)));
addEventListener("beforeprint", () => svg && dress(true));
// A step to another place on the page (#tree) is one too.
addEventListener("popstate", () => address() !== shown && swap(address()));
draw();
