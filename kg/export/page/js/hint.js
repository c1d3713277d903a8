// What a first visitor needs to know, once; and what to say where nothing is to be seen.

const HINT_SEEN = "newskg-hint-seen";

/** A page inside another's frame may have no memory of its own: then the hint comes again. */
function remembers(set) {
  try {
    if (set) localStorage.setItem(HINT_SEEN, "yes");
    return localStorage.getItem(HINT_SEEN) === "yes";
  } catch {
    return false;
  }
}

function startHint() {
  const hint = byId("hint");
  hint.hidden = remembers() || !nodes.length || Boolean(location.hash);
  byId("hint-claims").hidden = !views.get("claims").ready(data);
  byId("hint-seen").onclick = () => {
    hint.hidden = true;
    remembers(true);
    byId("map").focus({ preventScroll: true });
  };
}

/** The words in an empty map, and the way out. */
function showEmpty() {
  const box = byId("empty");
  box.hidden = shownNodes.size > 0;
  if (box.hidden) return;
  const filteredOut = nodes.length > 0;
  byId("empty-title").textContent = filteredOut ? "Nothing passes these filters" : "Nothing to show yet";
  byId("empty-text").textContent = filteredOut ? "Take one of them off, or all." : "This graph names no people, organizations, places or events. Build it from more articles, then make the page again.";
  byId("empty-clear").hidden = !filteredOut || !activeFilters().length;
}
