// Days, counted from 1970-01-01, and their words.

const calendar = {
  MONTHS: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],

  /** Number of the day that an ISO date names; null for anything else. */
  day(iso) {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso ?? "");
    const day = found ? Date.UTC(found[1], found[2] - 1, found[3]) / 86_400_000 : NaN;
    return Number.isNaN(day) ? null : day;
  },

  date: (day) => new Date(day * 86_400_000),
  iso: (day) => calendar.date(day).toISOString().slice(0, 10),
  words: (day) => calendar.parts(day).join(" "),

  parts(day) {
    const date = calendar.date(day);
    return [date.getUTCDate(), calendar.MONTHS[date.getUTCMonth()], date.getUTCFullYear()].map(String);
  },

  /** Whether a year or a month begins on a day. */
  whole(day) {
    const date = calendar.date(day);
    return date.getUTCDate() > 1 ? "" : date.getUTCMonth() ? "month" : "year";
  },

  /** Two months, or two years: "March – June 2031". */
  joined(one, two) {
    if (one.join() === two.join()) return one.join(" ");
    return one.at(-1) === two.at(-1) ? `${one[0]} – ${two.join(" ")}` : `${one.join(" ")} – ${two.join(" ")}`;
  },

  /** Two days in words, what they share said once: "7–10 March 2031"; whole months and years without days. */
  span(first, last) {
    if (first === last) return calendar.words(first);
    const [start, end] = [calendar.whole(first), calendar.whole(last + 1)];
    if (start === "year" && end === "year") return calendar.joined(calendar.parts(first).slice(2), calendar.parts(last).slice(2));
    if (start && end) return calendar.joined(calendar.parts(first).slice(1), calendar.parts(last).slice(1));
    const [one, two] = [calendar.parts(first), calendar.parts(last)];
    if (one[2] !== two[2]) return `${one.join(" ")} – ${two.join(" ")}`;
    return one[1] === two[1] ? `${one[0]}–${two.join(" ")}` : `${one[0]} ${one[1]} – ${two.join(" ")}`;
  },
};
