// One scaled dot-product attention: a step shows its inputs, its result, and for the chosen cell of
// the result the numbers that it came from.

function view(data, live) {
  const {rows, columns, Q, K, V, scores, scaled, masked, weights, output} = data;
  const width = Q.cells[0].length;
  const features = (matrix) => matrix.cells[0].map((_, c) => String(c));
  const turned = {decimals: K.decimals, cells: features(K).map((_, c) => K.cells.map((k) => k[c]))};
  const asked = masked || scaled;
  const num = (matrix, i, j) => digits(matrix.cells[i][j], matrix.decimals);

  function sum(pairs, left, right) {
    return pairs
      .map(([a, b]) => `${signed(a, left.decimals)} × ${signed(b, right.decimals)}`)
      .join(" + ");
  }

  function softmaxOf(i, j) {
    const row = asked.cells[i].filter((s) => s !== null);
    if (!row.length) return ["There is nothing to attend to: the row is zero."];
    const greatest = Math.max(...row);
    const part = (s) => (s === null ? 0 : Math.exp(s - greatest));
    const total = row.reduce((all, s) => all + part(s), 0);
    const score = asked.cells[i][j];
    return [
      `exp(${digits(score, 2)} − ${signed(greatest, 2)}) / sum = ` +
        `${digits(part(score), 3)} / (${asked.cells[i].map((s) => digits(part(s), 3)).join(" + ")})` +
        ` = ${digits(part(score), 3)} / ${digits(total, 3)} = `,
      strong(digits(weights.cells[i][j], 3)),
    ];
  }

  const shown = (name, matrix, down, across) => ({name, matrix, down, across});
  const asQ = shown("Q", Q, rows, features(Q));
  const asK = shown("K", K, columns, features(K));
  const asV = shown("V", V, columns, features(V));
  const between = (name, matrix) => shown(name, matrix, rows, columns);

  const steps = [
    {
      name: "Q, K, V",
      lit: ["Q", "Kᵀ", "V"],
      words: "Every token asks with a row of Q. It answers with a row of K, and what it has to give" +
        " is its row of V.",
      inputs: [asQ, asK],
      signs: [",", ","],
      result: asV,
      light: () => [{}, {}],
      explain: (i, j) => [`V[${columns[i]}][${j}] = `, strong(num(V, i, j)),
        ": part of what ", strong(columns[i]), " gives to those who attend to it."],
    },
    {
      name: "scores",
      lit: ["Q", "Kᵀ"],
      words: "Multiply every query with every key and sum up: one score for each pair. One product of" +
        " matrices does all of them.",
      inputs: [asQ, shown("Kᵀ", turned, features(K), columns)],
      signs: ["×", "="],
      result: between("scores", scores),
      light: (i, j) => [{row: i}, {column: j}],
      explain: (i, j) => [
        `score(${rows[i]}, ${columns[j]}) = ` +
          sum(Q.cells[i].map((q, c) => [q, K.cells[j][c]]), Q, K) + " = ",
        strong(num(scores, i, j))],
    },
    {
      name: "scale",
      lit: ["/ √dK"],
      words: `Divide by √dK = √${width} = ${digits(Math.sqrt(width), 3)}, so that scores do not grow` +
        " with the number of products that were summed.",
      inputs: [between("scores", scores)],
      signs: [`/ √${width} =`],
      result: between("scaled", scaled),
      light: (i, j) => [{row: i, column: j, cell: true}],
      explain: (i, j) => [
        `${num(scores, i, j)} / √${width} = ${num(scores, i, j)} / ` +
          `${digits(Math.sqrt(width), 3)} = `,
        strong(num(scaled, i, j))],
    },
    ...(masked ? [{
      name: "mask",
      lit: ["mask"],
      words: "Where the mask forbids, the score becomes −∞, and exp(−∞) is 0: no weight. The others" +
        " stay as they are.",
      inputs: [between("scaled", scaled)],
      signs: ["→"],
      result: between("masked", masked),
      light: (i, j) => [{row: i, column: j, cell: true}],
      explain: (i, j) => masked.cells[i][j] === null
        ? [strong(rows[i]), " may not attend to ", strong(columns[j]), ": −∞"]
        : [strong(rows[i]), " may attend to ", strong(columns[j]), `: ${num(masked, i, j)} stays`],
    }] : []),
    {
      name: "softmax",
      lit: ["softmax"],
      words: "Each row becomes weights: exp of each score (less the greatest of the row), divided by" +
        " their sum. All are positive, and the row sums to 1.",
      inputs: [between(masked ? "masked" : "scaled", asked)],
      signs: ["→"],
      result: between("weights", weights),
      light: (i) => [{row: i}],
      explain: softmaxOf,
    },
    {
      name: "weights × V",
      lit: ["V", "output"],
      words: "Each query gets the mean of the values under its weights.",
      inputs: [between("weights", weights), asV],
      signs: ["×", "="],
      result: shown("output", output, rows, features(V)),
      light: (i, j) => [{row: i}, {column: j}],
      explain: (i, j) => [
        `output[${rows[i]}][${j}] = ` +
          sum(weights.cells[i].map((w, s) => [w, V.cells[s][j]]), weights, V) + " = ",
        strong(num(output, i, j))],
    },
  ];

  const formula = ["output", " = ", "softmax", "( ", ...(masked ? ["mask", "( "] : []), "Q", "Kᵀ",
    "/ √dK", ...(masked ? [" )"] : []), " )", "V"];
  const spans = formula.map((part) => make("span", {}, part));
  const words = make("p", {class: "al-words"});
  const flow = make("div", {class: "al-flow"});
  const readout = makeReadout();
  let at = [0, 0];

  function table({name, matrix, down, across}, choose) {
    const sizes = matrix.cells.flat().map((x) => Math.abs(x || 0));
    const greatest = name === "weights" ? 1 : Math.max(...sizes) || 1;
    return matrixTable({
      label: name,
      caption: [strong(name), ` (${down.length}, ${across.length})`],
      rows: down,
      columns: across,
      text: (i, j) => num(matrix, i, j),
      share: (i, j) => (0.8 * (matrix.cells[i][j] || 0)) / greatest,
      choose,
    });
  }

  function go(index) {
    const step = steps[index];
    const walking = flow.contains(document.activeElement);
    spans.forEach((span, k) => span.classList.toggle("al-now", step.lit.includes(formula[k])));
    words.replaceChildren(step.words);
    const inputs = step.inputs.map((input) => table(input));
    const result = table(step.result, (i, j) => {
      at = [i, j];
      step.light(i, j).forEach((marks, k) => inputs[k].light(marks));
      readout.tell(...step.explain(i, j));
    });
    result.element.classList.add("al-result");
    flow.replaceChildren(
      ...inputs.flatMap((input, k) => [
        input.element, make("span", {class: "al-sign"}, step.signs[k])]),
      result.element,
    );
    // Who walked the last result goes on in this one.
    result.select(at[0], at[1], walking);
  }

  const steering = stepper({
    count: steps.length,
    name: (k) => [`${k + 1} of ${steps.length}: ${steps[k].name}`],
    go,
  });
  onKeys(live, {PageDown: steering.forward, PageUp: steering.backward});
  live.append(
    ...heading(data.title),
    make("p", {class: "al-formula"}, ...spans),
    steering.element,
    words,
    flow,
    readout.element,
    make("p", {class: "al-keys"},
      "Keys: arrows on the buttons, or Page Up and Page Down, go through the steps; Tab to the" +
        " result, arrows walk its cells."),
  );
  steering.to(0);
}
