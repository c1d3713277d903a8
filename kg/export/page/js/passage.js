// Evidence: the sentence within its paragraph, and the article it stands in.

const AROUND = 220; // letters of the paragraph shown on either side before "whole paragraph"

/** A paragraph's three parts. Offsets count code points, as in the graph; strings here count otherwise. */
function splitPassage([, paragraph, start, end, text]) {
  if (paragraph < 0) return ["", text, ""];
  const points = Array.from(evidence().paragraphs[paragraph]);
  return [points.slice(0, start).join(""), points.slice(start, end).join(""), points.slice(end).join("")];
}

function passage(number) {
  const sentence = evidence().sentences[number];
  const [before, cited, after] = splitPassage(sentence);
  const long = before.length > AROUND || after.length > AROUND;
  const quote = make("blockquote", { className: "passage", dir: "auto" });
  const show = (whole) =>
    quote.replaceChildren(
      ...[
        whole || before.length <= AROUND ? before : `… ${before.slice(-AROUND).replace(/^\S*\s/, "")}`,
        make("mark", { textContent: cited }),
        whole || after.length <= AROUND ? after : `${after.slice(0, AROUND).replace(/\s\S*$/, "")} …`,
      ].filter(Boolean),
    );
  show(false);
  const more = long ? button("Whole paragraph", () => (show(true), more.remove()), { className: "quiet" }) : null;
  return make("figure", {}, quote, make("figcaption", {}, source(sentence[0]), more));
}

/** Headline, who wrote it, date and file. A link only where the graph gives a web address. */
function source(number) {
  const article = graph.articles[number];
  if (!article) return make("span", { className: "source" }, "article not in the graph");
  const title = /^https?:\/\//i.test(article.url ?? "")
    ? make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer nofollow", dir: "auto", textContent: article.title })
    : words(article.title, "headline");
  const about = [article.by, article.date, article.file].filter(Boolean);
  return make("span", { className: "source" }, title, ...about.map((text) => words(text, "bit")));
}

/** Passages under a line that opens them; open at once where they are what was asked for. */
function passages(numbers, { open = false } = {}) {
  if (!numbers?.length) return make("p", { className: "faint" }, "No sentence in the graph.");
  const box = make("details", { className: "evidence", open }, make("summary", {}, numbers.length > 1 ? `Read the ${numbers.length} sentences` : "Read the sentence"));
  const fill = () => box.childElementCount === 1 && box.append(...numbers.map(passage));
  if (open) fill();
  box.addEventListener("toggle", fill);
  return box;
}
