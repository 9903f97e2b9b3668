#!/usr/bin/env python3
"""Lays YAML files of the house out as the default rules of yamllint want them.

    python3 docs/reflow.py standards examples

Lines have at most 80 columns, `{ a: b }` becomes `{a: b}`, a file begins with
`---`. Words, comments, order and blank lines stay. What is written is read
again by PyYAML, every scalar as the text that it is, and a file that would say
anything else is left as it is, which ends the run with an error.
"""
import pathlib
import re
import sys
import textwrap

import yaml

WIDTH = 80
KEY = r'(?:"(?:[^"\\]|\\.)*"|[A-Za-z0-9][^\s:"{}\[\],#]*(?::[^\s:"{}\[\],#]+)*)'
ENTRY = re.compile(rf"^(?P<margin> *(?:- )*)(?P<key>{KEY}): (?P<value>\S.*)$")
ITEM = re.compile(r"^(?P<margin> *- )(?P<value>[^\s\[{|>&*!].*)$")
BLOCK = re.compile(rf"^(?P<margin> *(?:- )*?)(?:{KEY}: |- )>-?(?: +#.*)?$")


def texts(text):
    """What a text says, every scalar as it is written."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def folded(words, indent):
    """The lines of a folded block."""
    wrapper = textwrap.TextWrapper(
        width=WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.wrap(words)


def split_comment(line):
    """A line without the comment at its end, and the comment."""
    quote, escaped = None, False
    for at, char in enumerate(line):
        if quote:
            if quote == '"' and char == "\\" and not escaped:
                escaped = True
                continue
            if char == quote and not escaped:
                quote = None
            escaped = False
        elif char in "\"'" and (at == 0 or line[at - 1] in " [{,"):
            quote = char
        elif char == "#" and (at == 0 or line[at - 1] == " "):
            return line[:at].rstrip(), line[at:]
    return line, ""


def tight(line):
    """The line without blanks inside braces that are not quoted."""
    out, quote, depth, at = [], None, 0, 0
    while at < len(line):
        char = line[at]
        before = line[at - 1] if at else " "
        if quote:
            if quote == '"' and char == "\\":
                out.append(line[at : at + 2])
                at += 2
                continue
            if char == quote:
                quote = None
            out.append(char)
        elif char in "\"'" and before in " [{,":
            quote = char
            out.append(char)
        elif char == "{" and (depth or before in " [{"):
            depth += 1
            out.append(char)
            while at + 1 < len(line) and line[at + 1] == " ":
                at += 1
        elif char == "}" and depth:
            depth -= 1
            while out and out[-1] == " ":
                out.pop()
            out.append(char)
        elif char == "#" and before == " ":
            out.append(line[at:])
            break
        else:
            out.append(char)
        at += 1
    return "".join(out)


def scalar(node):
    """A scalar as it is written in one line."""
    if node.style == '"':
        return '"' + re.sub(r'(["\\])', r"\\\1", node.value).replace("\n", "\\n") + '"'
    if node.style == "'":
        return "'" + node.value.replace("'", "''") + "'"
    return node.value


def inline(node):
    """A value in one line."""
    if isinstance(node, yaml.ScalarNode):
        return scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return "[" + ", ".join(inline(item) for item in node.value) + "]"
    pairs = (f"{inline(key)}: {inline(value)}" for key, value in node.value)
    return "{" + ", ".join(pairs) + "}"


def entry(start, indent, node, comment=""):
    """The lines of a value behind `start`, whose keys stand at `indent`."""
    line = f"{start} {inline(node)}"
    with_comment = f"{line}  {comment}" if comment else line
    if len(with_comment) <= WIDTH:
        return [with_comment]
    if comment:
        margin = " " * (len(start) - len(start.lstrip(" ")))
        lines = textwrap.wrap(comment.lstrip("# "), WIDTH - len(margin) - 2)
        return [f"{margin}# {part}" for part in lines] + entry(start, indent, node)
    if isinstance(node, yaml.ScalarNode):
        body = folded(node.value, indent + 2)
        is_foldable = " ".join(node.value.split(" ")) == node.value
        is_foldable &= "\n" not in node.value and node.value == node.value.strip()
        if is_foldable and " ".join(part.strip() for part in body) == node.value:
            return [f"{start} >-", *body]
        return [line]
    if isinstance(node, yaml.SequenceNode):
        lines = [start]
        for item in node.value:
            lines += entry(" " * (indent + 2) + "-", indent + 2, item)
        return lines
    if start.endswith("-"):
        lines = []
        for number, (key, value) in enumerate(node.value):
            blanks = " " * (indent + 2)
            begin = f"{start} " if number == 0 else blanks
            lines += entry(f"{begin}{inline(key)}:", indent + 2, value)
        return lines
    lines = [start]
    for key, value in node.value:
        lines += entry(" " * (indent + 2) + f"{inline(key)}:", indent + 2, value)
    return lines


def composed(text):
    """The node of a value; none where it does not end in its line."""
    try:
        return yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None


def comment(margin, lines):
    """A paragraph of comment lines; as it is where none is too wide."""
    if all(len(line) <= WIDTH for line in lines):
        return lines
    said = " ".join(line.strip().lstrip("# ") for line in lines)
    width = WIDTH - len(margin) - 2
    lines = textwrap.wrap(
        said, width, break_long_words=False, break_on_hyphens=False
    )
    return [f"{margin}# {part}" for part in lines]


def reflowed(text):
    """The text, laid out."""
    lines, out, at = text.split("\n"), [], 0
    if not any(line.startswith("---") for line in lines[:20]):
        head = next(n for n, line in enumerate(lines) if line and line[0] != "#")
        lines.insert(head, "---")
    while at < len(lines):
        line = lines[at]
        at += 1
        block = BLOCK.match(line)
        if block:
            out.append(line)
            indent = len(block["margin"])
            body = []
            while at < len(lines) and (
                not lines[at].strip()
                or len(lines[at]) - len(lines[at].lstrip(" ")) > indent
            ):
                body.append(lines[at])
                at += 1
            blanks = []
            while body and not body[-1].strip():
                blanks.append(body.pop())
            paragraph = " ".join(part.strip() for part in body)
            is_plain = all(part.strip() for part in body)
            margins = {len(part) - len(part.lstrip(" ")) for part in body}
            if is_plain and len(margins) == 1 and any(len(part) > WIDTH for part in body):
                body = folded(paragraph, margins.pop())
            out += body + blanks
            continue
        if line.lstrip().startswith("#"):
            margin = line[: len(line) - len(line.lstrip(" "))]
            paragraph = [line]
            words = re.compile(re.escape(margin) + r"# \S")
            while words.match(line) and at < len(lines) and words.match(lines[at]):
                paragraph.append(lines[at])
                at += 1
            out += comment(margin, paragraph)
            continue
        if re.match(r"^ +[\[{]", line) and out and out[-1].endswith(":"):
            rest = [line.strip()]
            while not (node := composed(" ".join(rest))) and at < len(lines):
                rest.append(lines[at].strip())
                at += 1
            start = out.pop()
            out += entry(start, len(start) - len(start.lstrip(" -")), node)
            continue
        said, remark = split_comment(line)
        line = tight(said) + (f"  {remark}" if remark else "")
        if len(line) <= WIDTH and (remark == "" or line.endswith(remark)):
            # Comments that stand below each other stay so.
            kept = tight(lines[at - 1])
            out.append(kept if len(kept) <= WIDTH and kept.endswith(remark) else line)
            continue
        said = tight(said)
        found = ENTRY.match(said) or ITEM.match(said)
        flow_item = re.match(r"^( *-) ([\[{].*)$", said)
        if flow_item and (node := composed(flow_item[2])):
            out += entry(flow_item[1], len(flow_item[1]) - 1, node, remark)
            continue
        node = found and composed(found["value"])
        if not node:
            out.append(line)
            continue
        start = said[: len(said) - len(found["value"])].rstrip(" ")
        indent = len(found["margin"]) - (2 if "key" not in found.groupdict() else 0)
        out += entry(start, indent, node, remark)
    return "\n".join(out)


def files(names):
    """The YAML files that are named, and those in the folders that are."""
    for name in map(pathlib.Path, names):
        yield from sorted(name.rglob("*.y*ml")) if name.is_dir() else [name]


def main():
    """Lays out what is named; says what could not be."""
    is_right = True
    for path in files(sys.argv[1:]):
        before = path.read_text(encoding="utf-8")
        after = reflowed(before)
        if after == before:
            continue
        if texts(before) != texts(after):
            print(f"{path}: it would say something else, and is left as it is")
            is_right = False
            continue
        path.write_text(after, encoding="utf-8")
        print(f"{path}: laid out")
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main())
