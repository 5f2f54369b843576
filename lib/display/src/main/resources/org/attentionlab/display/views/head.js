// Lines from queries on the left to keys on the right, a colour for each head.

function view(data, live) {
  const {rows, columns, layers, heads} = data;
  const ROW = 28;
  const height = ROW * Math.max(rows.length, columns.length);
  const names = [...Array(heads).keys()];
  const color = (head) => "var(--h" + (head % 8) + ")";
  let layer = data.layer;
  let chosen = new Set(data.chosen);
  // What the weights are shown of: {left: true, index} for a query, {left: false, index} for a key.
  let held = null;
  let hovered = null;

  const weight = (head, i, j) =>
    data.weights[((layer * heads + head) * rows.length + i) * columns.length + j] / 1000;

  function mean(i, j) {
    let sum = 0;
    for (const head of chosen) sum += weight(head, i, j);
    return chosen.size ? sum / chosen.size : 0;
  }

  const picture = draw("svg", {viewBox: "0 0 100 " + height, preserveAspectRatio: "none"});
  picture.setAttribute("aria-hidden", "true");
  picture.style.height = height + "px";

  function list(left, tokens, title) {
    const items = tokens.map((token, index) => {
      const item = make(
        "li",
        {
          role: "option",
          title: token,
          mouseenter: () => show(() => (hovered = {left, index})),
          focus: () => show(() => (held = {left, index})),
          click: () => item.focus(),
        },
        make("span", {class: "al-token"}, token),
        make("span", {class: "al-number"}),
      );
      return item;
    });
    rove(items, 0);
    const element = make(
      "ul",
      {
        class: "al-list" + (left ? " al-left" : ""),
        role: "listbox",
        "aria-label": title,
        mouseleave: () => show(() => (hovered = null)),
      },
      ...items,
    );
    const at = () => Math.max(0, items.indexOf(document.activeElement));
    const to = (index) => rove(items, clamp(index, items.length), true);
    onKeys(element, {
      ArrowDown: () => to(at() + 1),
      ArrowUp: () => to(at() - 1),
      Home: () => to(0),
      End: () => to(items.length - 1),
      ArrowRight: () => sides.right.to(at()),
      ArrowLeft: () => sides.left.to(at()),
      Escape: () => show(() => (held = null)),
    });
    return {element, items, to};
  }

  const sides = {left: list(true, rows, "queries"), right: list(false, columns, "keys")};

  const layerChoice = make(
    "select",
    {"aria-label": "layer", change: (event) => show(() => (layer = Number(event.target.value)))},
    ...[...Array(layers).keys()].map((l) => make("option", {value: l}, "layer " + l)),
  );
  layerChoice.value = layer;

  const chips = names.map((head) =>
    make(
      "button",
      {
        type: "button",
        style: "--color:" + color(head),
        "aria-label": "head " + head,
        click: () => show(() => chosen.delete(head) || chosen.add(head)),
      },
      String(head),
    ),
  );
  const all = make(
    "button",
    {
      type: "button",
      click: () => show(() => (chosen = new Set(chosen.size === heads ? [] : names))),
    },
    "all",
  );

  const readout = makeReadout();

  function drawLines(selected) {
    const shift = chosen.size > 1 ? Math.min(3, 14 / chosen.size) : 0;
    const paths = [];
    [...chosen].sort((a, b) => a - b).forEach((head, k) => {
      const move = (k - (chosen.size - 1) / 2) * shift;
      for (let i = 0; i < rows.length; i++) {
        if (selected && selected.left && selected.index !== i) continue;
        for (let j = 0; j < columns.length; j++) {
          if (selected && !selected.left && selected.index !== j) continue;
          const w = weight(head, i, j);
          if (w < 0.02) continue;
          const from = (i + 0.5) * ROW + move;
          const to = (j + 0.5) * ROW + move;
          paths.push(
            draw("path", {
              d: `M0 ${from}C45 ${from} 55 ${to} 100 ${to}`,
              style: "stroke:" + color(head),
              "stroke-width": (1 + 3.5 * w).toFixed(2),
              "stroke-opacity": Math.min(1, 0.06 + 0.94 * w).toFixed(3),
            }),
          );
        }
      }
    });
    picture.replaceChildren(...paths);
  }

  // Two digits; what is exactly zero or one has none after the point.
  const short = (w) => digits(w, Number.isInteger(w) ? 0 : 2);

  // The numbers stand at the tokens on the other side.
  function mark(side, left, selected) {
    side.items.forEach((item, index) => {
      const own = selected && selected.left === left;
      item.setAttribute("aria-selected", String(Boolean(own && selected.index === index)));
      const w = !selected || own ? null
        : left ? mean(index, selected.index) : mean(selected.index, index);
      item.lastChild.textContent = w === null || !chosen.size ? "" : short(w);
      item.style.setProperty("--w", w === null ? 0 : w);
    });
  }

  function strongest(head, selected) {
    const others = selected.left ? columns : rows;
    return others
      .map((token, k) => [
        token,
        selected.left ? weight(head, selected.index, k) : weight(head, k, selected.index),
      ])
      .sort((a, b) => b[1] - a[1])
      .filter((link) => link[1] > 0)
      .slice(0, 3)
      .map(([token, w]) => [token, digits(w, 3)]);
  }

  const told = (pairs) => (pairs.length ? links(pairs) : ["nothing"]);

  function tell(selected) {
    if (!chosen.size) {
      readout.tell("No head is chosen.");
    } else if (!selected) {
      readout.tell(
        "Every line is a weight: the stronger, the greater. Point at a token, or go to it with Tab" +
          " and the arrow keys, to see its weights as numbers.",
      );
    } else {
      const token = (selected.left ? rows : columns)[selected.index];
      const what = selected.left
        ? `${token} (query ${selected.index}) attends to`
        : `${token} (key ${selected.index}) is attended to by`;
      const several = chosen.size > 1 ? "; at the tokens: mean of the chosen heads" : "";
      readout.tell(
        make("div", {}, strong(what), make("span", {class: "al-soft"}, several)),
        make("div", {class: "al-sides"}, ...[...chosen].sort((a, b) => a - b).map((head) =>
          make("span", {},
            make("span", {class: "al-dot", style: "--color:" + color(head)}),
            "head " + head + ": ", ...told(strongest(head, selected))))),
      );
    }
  }

  function show(change) {
    change();
    const selected = hovered || held;
    chips.forEach((chip, head) => chip.setAttribute("aria-pressed", String(chosen.has(head))));
    all.textContent = chosen.size === heads ? "none" : "all";
    drawLines(selected);
    mark(sides.left, true, selected);
    mark(sides.right, false, selected);
    tell(selected);
  }

  live.append(
    ...heading(data.title),
    make("div", {class: "al-bar"},
      ...(layers > 1 ? [layerChoice] : []),
      ...(heads > 1
        ? [make("div", {class: "al-chips", role: "group", "aria-label": "heads"},
            make("span", {class: "al-soft"}, "heads "), ...chips, all)]
        : [])),
    make("div", {class: "al-links"},
      make("h4", {}, "query"), make("span"), make("h4", {}, "key"),
      sides.left.element, picture, sides.right.element),
    readout.element,
  );
  // Room for the weights of a token, before there is one.
  tell({left: true, index: 0});
  show(() => {});
}
