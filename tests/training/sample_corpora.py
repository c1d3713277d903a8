"""Tiny folders of corpora in the real formats, with sentences put together by us."""

import itertools
from pathlib import Path

PEOPLE = ("Ann", "Bo", "Carla", "Dan", "Eva", "Finn")
PLACES = ("Oslo", "Rome", "Lima", "Cairo", "Quito")
VERBS = (("met", "meet"), ("left", "leave"), ("praised", "praise"))


def write_corpora(folder: Path) -> Path:
    """Write ud_ewt, uner_ewt and gmb with ninety short sentences each."""
    treebank, names, gmb = [], [], []
    combinations = itertools.product(PEOPLE, VERBS, PLACES)
    for number, (person, (verb, lemma), place) in enumerate(combinations):
        key = f"own-{number}"
        document = [f"# newdoc id = own-{number // 3}"] if number % 3 == 0 else []
        treebank += [
            *document,
            f"# sent_id = {key}",
            f"1\t{person}\t{person}\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_",
            f"2\t{verb}\t{lemma}\tVERB\tVBD\tTense=Past\t0\troot\t_\t_",
            f"3\t{place}\t{place}\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No",
            "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
            "",
        ]
        names += [f"# sent_id = {key}", f"1\t{person}\tB-PER", f"2\t{verb}\tO"]
        names += [f"3\t{place}\tB-LOC", "4\t.\tO", ""]
        gmb += [f"{person}\tNNP\tB-per", f"{verb}\tVBD\tO", f"{place}\tNNP\tB-geo"]
        gmb += ["on\tIN\tO", "Monday\tNNP\tB-tim", ".\t.\tO", ""]
    for path, lines in (
        ("ud_ewt/en_ewt-ud-train.conllu", treebank),
        ("uner_ewt/en_ewt-ud-train.clean.iob2", names),
        ("gmb/gmb.conll", gmb),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def write_reader_corpora(folder: Path) -> Path:
    """Write what :func:`write_corpora` does, and a little of GUM, PolNeAR and a development treebank."""
    write_corpora(folder)
    treebank = (folder / "ud_ewt/en_ewt-ud-train.conllu").read_text(encoding="utf-8")
    (folder / "ud_ewt/en_ewt-ud-dev.conllu").write_text(
        "\n\n".join(treebank.split("\n\n")[:9]) + "\n\n", "utf-8"
    )
    chains = [
        "# newdoc id = own",
        "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity",
    ]
    for number in range(30):
        chains += [
            f"# sent_id = own-{number}",
            "1\tAnn\tAnn\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1-coref)",
            "2\twashed\twash\tVERB\tVBD\t_\t0\troot\t_\t_",
            "3\ther\ther\tPRON\tPRP$\t_\t4\tnmod:poss\t_\tEntity=(2-object-new-nnnnn-cf2-2-coref(1-person-giv-nnnnn-cf1-1-ana)",
            "4\tcar\tcar\tNOUN\tNN\t_\t2\tobj\t_\tEntity=2)|SpaceAfter=No",
            "5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
            "",
        ]
    text = "".join(
        f"{person} said {place} was quiet. " for person, place in itertools.product(PEOPLE, PLACES)
    )
    marks, start = [], 0
    for number, sentence in enumerate(text.split(". ")[:-1]):
        person, place = sentence.split()[0], sentence.split(" ", 2)[2]
        said = start + len(person) + 1
        parts = (
            ("Source", start, said - 1),
            ("Cue", said, said + 4),
            ("Content", said + 5, said + 5 + len(place)),
        )
        marks += [
            f"T{3 * number + k}\t{role} {a} {b}\t{text[a:b]}" for k, (role, a, b) in enumerate(parts, start=1)
        ]
        roles = " ".join(f"{role}:T{3 * number + k}" for k, (role, _, _) in enumerate(parts, start=1))
        marks.append(f"E{number + 1}\tAttribution:T{3 * number + 2} {roles}")
        start += len(sentence) + 2
    for path, content in (
        ("gum/dep/train/GUM_own.conllu", "\n".join(chains) + "\n"),
        ("polnear/train/text/own.txt", text),
        ("polnear/train/attributions/own_a.ann", "\n".join(marks) + "\n"),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    return folder
