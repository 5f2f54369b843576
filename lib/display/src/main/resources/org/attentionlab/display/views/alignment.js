// An encoder-decoder, output token by output token: bars over the input, and the six steps.

function view(data, live) {
  const {source, target, scores, keys, states, contexts, best} = data;
  let t = 0;
  let chosen = 0;
  const alpha = (i) => data.weights[t * source.length + i] / 1000;

  // Text with subscripts: "h_i" in several parts.
  const sub = (letter, index) => make("span", {}, letter, make("sub", {}, String(index)));
  const vector = (numbers, width) =>
    "[" + numbers.map((x) => digits(x, 2)).join(", ") + (numbers.length < width ? ", …]" : "]");

  const written = target.map((token, k) =>
    make("span", {class: "al-token", click: () => steering.to(k)}, token));
  const strip = make("div", {class: "al-written"}, make("span", {class: "al-soft"}, "output"),
    ...written);

  const bars = source.map((token, i) => {
    const item = make(
      "li",
      {
        role: "option",
        title: token,
        mouseenter: () => choose(i),
        focus: () => choose(i),
        click: () => item.focus(),
      },
      make("small"), make("i"), make("b", {}, token),
    );
    return item;
  });
  const walk = (index) => rove(bars, clamp(index, bars.length), true);
  const chart = make("ul", {
    class: "al-bars", role: "listbox", "aria-label": "input tokens with their weights",
    "aria-orientation": "horizontal",
  }, ...bars);
  onKeys(chart, {
    ArrowRight: () => walk(chosen + 1),
    ArrowLeft: () => walk(chosen - 1),
    Home: () => walk(0),
    End: () => walk(bars.length - 1),
  });

  const readout = makeReadout();
  const six = make("ol", {class: "al-six"});

  const strongest = () =>
    [...source.keys()].sort((a, b) => alpha(b) - alpha(a)).slice(0, 3).filter((i) => alpha(i) > 0);

  const joined = (nodes, between) =>
    nodes.flatMap((parts, k) => (k ? [between, ...parts] : parts));

  function step(name, formula, numbers) {
    return make("li", {}, strong(name),
      make("div", {}, make("p", {}, ...formula),
        ...(numbers ? [make("p", {class: "al-soft"}, ...numbers)] : [])));
  }

  function tell() {
    const i = chosen;
    const n = i + 1;
    readout.tell(
      "input ", strong(source[i]), ` (i = ${n}): `,
      ...(scores ? ["score ", strong(digits(scores[t][i], 2)), ", "] : []),
      "weight ", strong(digits(alpha(i), 3)),
      ...(keys ? [", state ", sub("h", n), " = " + vector(keys[i], data.keyWidth)] : []),
    );
  }

  function choose(i) {
    chosen = i;
    bars.forEach((bar, k) => bar.setAttribute("aria-selected", String(k === i)));
    rove(bars, i);
    tell();
  }

  function prediction() {
    if (!best) return [];
    return [make("div", {class: "al-best"}, ...best[t].flatMap(([token, p]) => [
      strong(token),
      make("i", {style: "--w:" + p}),
      make("span", {}, digits(p, 3)),
    ]))];
  }

  function go(index) {
    t = index;
    const now = t + 1;
    written.forEach((token, k) => {
      token.classList.toggle("al-now", k === t);
      token.classList.toggle("al-later", k > t);
    });
    bars.forEach((bar, i) => {
      const w = alpha(i);
      bar.style.setProperty("--w", w);
      bar.firstChild.textContent = w >= 0.005 ? digits(w, 2) : "";
      bar.firstChild.className = w >= 0.1 ? "al-strong" : "";
      bar.setAttribute("aria-label", `${source[i]}, weight ${digits(w, 3)}`);
    });
    const top = strongest();
    const listed = (value) =>
      links(top.map((i) => [source[i], value(i)])).concat(
        source.length > top.length ? [" · …"] : []);
    six.replaceChildren(
      step("keys", [`The ${source.length} states of the encoder, `, sub("h", 1), " to ",
        sub("h", source.length), ", are the keys."],
        keys && [`each of ${data.keyWidth} numbers; `, sub("h", top[0] + 1), " = " +
          vector(keys[top[0]], data.keyWidth)]),
      step("query", ["The decoder's state of the step before, ", sub("s", now - 1), ", asks."],
        states && [sub("s", now - 1), " = " + vector(states[t], data.stateWidth)]),
      step("scores", [sub("e", now + ",i"), " = score(", sub("s", now - 1), ", ", sub("h", "i"),
        ")"], scores && listed((i) => digits(scores[t][i], 2))),
      step("softmax", [sub("α", now + ",i"), " = exp(", sub("e", now + ",i"), ") / Σ exp(",
        sub("e", now + ",j"), "), the bars above; they sum to 1."],
        listed((i) => digits(alpha(i), 3))),
      step("context", [sub("c", now), " = Σ ", sub("α", now + ",i"), " ", sub("h", "i"), " = ",
        ...joined(top.map((i) => [digits(alpha(i), 2) + " ", sub("h", i + 1)]), " + "),
        ...(source.some((_, i) => alpha(i) > 0 && !top.includes(i)) ? [" + …"] : [])],
        contexts && [sub("c", now), " = " + vector(contexts[t], data.keyWidth)]),
      step("predict", ["From ", sub("s", now), " and ", sub("c", now), " the decoder writes ",
        strong(target[t]), "."],
        states && [sub("s", now), " = " + vector(states[t + 1], data.stateWidth)]),
    );
    six.lastChild.lastChild.append(...prediction());
    choose(top.length ? top[0] : 0);
  }

  const steering = stepper({
    count: target.length,
    name: (k) => [`t = ${k + 1} of ${target.length}`],
    go,
  });
  onKeys(live, {PageDown: steering.forward, PageUp: steering.backward});
  live.append(
    ...heading(data.title),
    steering.element,
    strip,
    make("div", {class: "al-soft"}, "input, with the weight of each token"),
    chart,
    six,
    readout.element,
    make("p", {class: "al-keys"},
      "Keys: arrows on the buttons, or Page Up and Page Down, go through the output; Tab to the" +
        " input, arrows walk it."),
  );
  steering.to(0);
}
