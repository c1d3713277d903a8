// The query editor: CodeMirror with SPARQL, completion by the vocabulary, and colours of the page around it.
// Built into ../static/editor.js by `npm ci && npm run build`.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import {
  drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

const theme = EditorView.theme({
  "&": { fontSize: "13px", color: "var(--ink)", backgroundColor: "var(--card)", borderRadius: "8px" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", minHeight: "15rem", maxHeight: "60vh" },
  ".cm-content": { padding: "10px 0", caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { color: "var(--soft)", backgroundColor: "transparent", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--row)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "var(--accent-soft)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--mark)", outline: "none" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--card)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--ink)", backgroundColor: "var(--accent-soft)" },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal" },
  ".cm-completionInfo": { padding: "6px 10px", maxWidth: "22rem" },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName), tags.labelName], color: "var(--kind-event)" },
  { tag: [tags.string, tags.number, tags.literal], color: "var(--kind-place)" },
  { tag: [tags.atom, tags.bool, tags.meta], color: "var(--kind-organization)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);

/** Completes prefixed names with the terms of the vocabulary: [name, label, definition]. */
function completing(terms) {
  const options = terms.map(([label, detail, info]) => ({ label, detail, info, type: "property" }));
  return (context) => {
    const word = context.matchBefore(/[A-Za-z][\w-]*:?\w*/);
    return word && (context.explicit || word.text.includes(":"))
      ? { from: word.from, options, validFor: /^[\w-]*:?\w*$/ } : null;
  };
}

/**
 * Puts an editor into an element. It lives in a shadow root: its style sheet is then adopted by a call and
 * not written into the page, where the page's policy forbids it.
 */
export function createEditor(parent, { text, terms, label, onRun }) {
  const root = parent.attachShadow({ mode: "open" });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([{ key: "Mod-Enter", run: () => { onRun(); return true; } }]),
        lineNumbers(), highlightSpecialChars(), history(), drawSelection(), bracketMatching(), closeBrackets(),
        highlightActiveLine(), EditorView.lineWrapping,
        StreamLanguage.define(sparql), syntaxHighlighting(colours),
        autocompletion({ override: [completing(terms)] }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
        theme,
      ],
    }),
  });
  return {
    get text() { return view.state.doc.toString(); },
    set text(value) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } }); },
    select(line, column) {
      const found = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      view.dispatch({ selection: { anchor: Math.min(found.from + column - 1, found.to) }, scrollIntoView: true });
      view.focus();
    },
  };
}
