// All heads of all layers as small pictures, one of them large with tokens and numbers.

function view(data, live, still) {
  const {rows, columns, layers, heads, greatest} = data;
  const NUMBERS_FIT = 12;
  const wide = Math.max(rows.length, columns.length) > NUMBERS_FIT;
  const pictures = still.querySelectorAll("svg");
  const strongest = still.querySelectorAll("small");
  const buttons = [];
  const name = (layer, head) => `layer ${layer}, head ${head}`;

  for (let layer = 0; layer < layers; layer++) {
    for (let head = 0; head < heads; head++) {
      const place = buttons.length;
      buttons.push(
        make(
          "button",
          {
            type: "button",
            title: name(layer, head),
            "aria-label": `${name(layer, head)}; strongest link: ${strongest[place].textContent}`,
            click: () => enlarge(layer, head),
          },
          pictures[place].cloneNode(true),
        ),
      );
    }
  }

  const grid = make("div", {
    class: "al-model", style: "--heads:" + heads, role: "group", "aria-label": "all heads",
  });
  grid.append(make("span"), ...[...Array(heads).keys()].map((h) =>
    make("span", {}, (heads > 6 ? "" : "head ") + h)));
  for (let layer = 0; layer < layers; layer++) {
    grid.append(make("span", {}, (layers > 6 ? "" : "layer ") + layer));
    grid.append(...buttons.slice(layer * heads, (layer + 1) * heads));
  }
  const walk = (step) => {
    const to = buttons.indexOf(document.activeElement) + step;
    if (to >= 0 && to < buttons.length) rove(buttons, to, true);
  };
  onKeys(grid, {
    ArrowRight: () => walk(1),
    ArrowLeft: () => walk(-1),
    ArrowDown: () => walk(heads),
    ArrowUp: () => walk(-heads),
  });

  const large = make("div", {class: wide ? "al-tiny" : ""});
  const readout = makeReadout();

  function enlarge(layer, head) {
    const place = layer * heads + head;
    const weight = (i, j) => data.weights[(place * rows.length + i) * columns.length + j] / 1000;
    buttons.forEach((button, k) => button.setAttribute("aria-pressed", String(k === place)));
    rove(buttons, place);
    const table = matrixTable({
      label: `weights of ${name(layer, head)}`,
      caption: [strong(name(layer, head)), ": a row for each query"],
      rows,
      columns,
      text: (i, j) => (wide ? "" : digits(weight(i, j), 2)),
      share: (i, j) => (greatest ? weight(i, j) / greatest : 0),
      choose: (i, j) =>
        readout.tell(
          `${name(layer, head)}: `,
          strong(`${rows[i]} → ${columns[j]} ${digits(weight(i, j), 3)}`),
          make("span", {class: "al-soft"}, ` (query ${i}, key ${j})`),
        ),
    });
    large.replaceChildren(table.element);
    table.select(0, 0);
    readout.tell(
      strong(name(layer, head)), "; its strongest link is ", strong(strongest[place].textContent),
      ". Point at a cell for its weight.");
  }

  live.append(
    ...heading(data.title),
    make("div", {class: "al-two"},
      make("div", {}, grid,
        make("p", {class: "al-scale"}, "0", make("i"), digits(greatest, 2), " one scale for all heads")),
      large),
    readout.element,
    make("p", {class: "al-keys"},
      "Keys: Tab to the heads, arrows to walk, Enter to enlarge; Tab to the weights, arrows to walk."),
  );
  enlarge(0, 0);
}
