// What one speaker says, by what it is about, with a filter.

/** Topics of a speaker's claims: [{ key, title, node, numbers }], those with most claims first, what is about nothing named last. */
function cvTopics(numbers) {
  const found = new Map();
  for (const number of numbers) {
    const about = cvTopicOf(number);
    const key = about ? about.key : "nothing";
    if (!found.has(key)) found.set(key, { key, node: about, title: about ? about.shown : "Other matters", numbers: [] });
    found.get(key).numbers.push(number);
  }
  return [...found.values()].sort((a, b) => Number(!a.node) - Number(!b.node) || b.numbers.length - a.numbers.length || (a.title < b.title ? -1 : 1));
}

/** What a claim is about in one word: its event, the whole where that is a part; else the first name in it. */
function cvTopicOf(number) {
  const about = (evidence().claims[number].about ?? []).map((id) => nodes[id]);
  const event = about.find((node) => node.kind === "Event");
  if (!event) return about.find((node) => node.id !== evidence().claims[number].s) ?? null;
  return event;
}

/** Whether a claim is about a node, or about a part of it. */
const cvIsAbout = (number, node) => {
  const family = cvFamily(node.id);
  return (evidence().claims[number].about ?? []).some((id) => family.has(id));
};

const CV_TIES = ["leaderOf", "memberOf", "worksFor", "affiliatedWith", "founderOf"];

/** Those who speak for an organization: its leaders, members, staff and unnamed sources that make claims. */
function cvPeople(node, left) {
  const terms = block("terms").predicates;
  const tied = (item) => item[0] === FACT && CV_TIES.includes((terms[item[2]] ?? "").replace(/^.*#/, ""));
  const people = node.links.filter((link) => link.items.some((item) => tied(item) && nodes[item[3] ? link.to : link.from] === node)).map((link) => farEnd(link, node));
  const rows = people.map((person) => ({ person, count: claimsOf(person).by.filter((number) => left.has(number)).length })).filter(({ count }) => count).sort((a, b) => b.count - a.count || a.person.id - b.person.id);
  if (!rows.length) return null;
  const row = ({ person, count }) => make("div", { className: "row link" }, icon(person.kind), button(words(person.shown), () => cvShow(person), { className: "name" }), cvPosition(person), make("span", { className: "n" }, plural(count, "claim")));
  return make("section", { className: "cv-people" }, make("h3", {}, "Who speaks for it"), someOf(rows, row, { few: 6 }));
}

function cvSays(node, numbers) {
  const about = nodeAt.get(ownWord("claims", "about")) ?? null;
  const chosen = about ? numbers.filter((number) => cvIsAbout(number, about)) : numbers;
  const topics = cvTopics(chosen);
  const list = make("div", { className: "cv-topics" }, ...topics.map((topic) => cvTopic(node, topic)));
  return [
    make("h3", { className: "cv-part" }, make("bdi", { textContent: `What ${node.label} says` }), make("span", { className: "n" }, numbers.length.toLocaleString("en"))),
    make("div", { className: "cv-filters" }, cvAboutChips(numbers, about), numbers.length > 3 ? cvWordFilter(list) : null),
    chosen.length ? list : make("p", { className: "lead" }, "Nothing about that."),
  ];
}

/** Chips for what the speaker talks about; the one that brought the reader here is among them. */
function cvAboutChips(numbers, about) {
  const topics = cvTopics(numbers).filter((topic) => topic.node);
  if (topics.length < 2 && !about) return null;
  const chip = (text, key, count, chosen) => {
    const made = button(make("span", { dir: "auto", textContent: clip(text, 48) }), () => setOwn("claims", { about: key }), { className: "cv-chip" });
    made.append(make("span", { className: "n" }, count.toLocaleString("en")));
    made.setAttribute("aria-pressed", String(chosen));
    return made;
  };
  const some = topics.slice(0, 8).map(({ node }) => node);
  if (about && !some.includes(about)) some.unshift(about);
  const count = (node) => numbers.filter((number) => cvIsAbout(number, node)).length;
  return make("div", { className: "cv-chips", role: "group", ariaLabel: "What they speak about" }, chip("Everything", "", numbers.length, !about), ...some.map((node) => chip(node.shown, node.key, count(node), node === about)));
}

/** Keeps the claims in which all the words typed occur. */
function cvWordFilter(list) {
  const field = make("input", { type: "search", className: "cv-words", placeholder: "Filter by word", autocomplete: "off", spellcheck: false, ariaLabel: "Filter the claims by word" });
  field.oninput = () => {
    const parts = fold(field.value).split(" ").filter(Boolean);
    for (const card of list.querySelectorAll(".cv-card")) {
      const text = fold(evidence().claims[Number(card.id.replace("claim-", ""))].text);
      card.hidden = !parts.every((part) => text.includes(part));
    }
    for (const topic of list.querySelectorAll(".cv-topic")) topic.hidden = !topic.querySelector(".cv-card:not([hidden])");
  };
  return field;
}

function cvTopic(speaker, topic) {
  const title = topic.node ? button(words(topic.title), () => cvShow(topic.node), { className: "name", title: "What all say about it" }) : topic.title;
  return make("section", { className: topic.numbers.length > 1 ? "cv-topic" : "cv-topic one" }, make("h4", {}, topic.node ? icon(topic.node.kind) : null, title, make("span", { className: "n" }, topic.numbers.length.toLocaleString("en"))), cvMany([...topic.numbers].sort(cvEarlier), (number) => cvCard(number, { node: topic.node, speaker: false }), 20, "cv-flow"));
}
