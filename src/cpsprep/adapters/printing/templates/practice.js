"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const answers = JSON.parse(
    new TextDecoder().decode(Uint8Array.from(atob(data.answers), (sign) => sign.charCodeAt(0))),
  );
  const every = data.questions.map((question, place) => ({ ...question, answer: answers[place] }));
  const stage = document.getElementById("stage");
  const letters = "ABCDEFGH";
  let round = [];
  let place = 0;
  let waiting = [];
  let missed = [];
  let tally = new Map();

  /* An element with text or other elements inside; text is only ever text, never markup. */
  function make(name, attributes, ...inside) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    made.append(...inside.filter((one) => one !== null));
    return made;
  }

  function paragraphs(text) {
    return (text || "").split("\n\n").filter(Boolean).map((one) => make("p", { dir: "auto" }, one));
  }

  function button(words, act, other) {
    const made = make("button", { type: "button" }, words);
    if (other) made.className = "other";
    made.addEventListener("click", act);
    return made;
  }

  /* Shows a new step; its heading gets the focus, so that keyboards and screen readers begin there. */
  function show(heading, ...inside) {
    const head = make("h2", { tabindex: "-1" }, heading);
    stage.replaceChildren(head, ...inside.filter((one) => one !== null));
    head.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  function mixed(list) {
    const made = [...list];
    for (let last = made.length - 1; last > 0; last -= 1) {
      const other = Math.floor(Math.random() * (last + 1));
      [made[last], made[other]] = [made[other], made[last]];
    }
    return made;
  }

  /* Mixed, but the questions of one story stay together and in their order. */
  function drawn(questions) {
    const units = new Map();
    for (const question of questions) {
      const unit = question.tale || question;
      units.set(unit, [...(units.get(unit) || []), question]);
    }
    return mixed([...units.values()]).flat();
  }

  /* Begins a round; `later` are questions that still wait for when it is done. */
  function begin(questions, later) {
    round = questions;
    place = 0;
    waiting = later;
    missed = [];
    tally = new Map();
    ask();
  }

  function head() {
    return `Question ${place + 1} of ${round.length}`;
  }

  function ask() {
    if (place >= round.length) return finish();
    if (!round[place].note) return pose();
    return show(
      head(),
      make("div", { class: "note" }, ...paragraphs(round[place].note)),
      button("Show the question", pose),
      ...leave(),
    );
  }

  function leave() {
    return [button("Leave it out", skip, true), button("Stop here", finish, true)];
  }

  function skip() {
    place += 1;
    ask();
  }

  function lead(question) {
    const story = question.story ? [make("div", { class: "story" }, ...paragraphs(question.story))] : [];
    return [...story, ...asked(question)];
  }

  /* With the answer the story stands folded, so that a small screen shows first how it went. */
  function looking_back(question) {
    if (!question.story) return asked(question);
    const story = make("details", { class: "story" }, make("summary", {}, "The story"));
    story.append(...paragraphs(question.story));
    return [story, ...asked(question)];
  }

  function asked(question) {
    const parts = [];
    for (const [words, address, number] of question.media || []) {
      const shown = address ? [make("img", { src: address, alt: words }), number && make("br"), number] : [words];
      parts.push(make("p", { class: "picture" }, ...shown));
    }
    return [...parts, ...paragraphs(question.text)];
  }

  function pose() {
    const question = round[place];
    if (!question.options) {
      return show(head(), ...lead(question), button("Show the answer", reveal), ...leave());
    }
    const options = question.mix ? mixed(question.options) : question.options;
    const several = question.kind === "multiple";
    const fields = make("fieldset", {}, make("legend", {}, several ? "Choose all that are right" : "Choose one"));
    options.forEach(([id, text], number) => {
      const input = make("input", { type: several ? "checkbox" : "radio", name: "option", value: id });
      const words = text.split("\n\n").map((one) => make("span", { dir: "auto" }, one));
      const spans = words.flatMap((one, at) => (at ? [document.createElement("br"), one] : [one]));
      fields.append(make("label", {}, input, make("span", {}, `${letters[number]}. `, ...spans)));
    });
    const alert = make("p", { class: "alert", role: "alert" });
    const form = make("form", {}, fields, alert, make("button", { type: "submit" }, "Check"));
    form.append(...leave());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = [...form.querySelectorAll("input:checked")].map((input) => input.value);
      if (chosen.length) judge(question, options, chosen);
      else alert.textContent = "Choose an answer first, or leave the question out.";
    });
    return show(head(), ...lead(question), form);
  }

  function count(right) {
    const question = round[place];
    const [good, all] = tally.get(question.area) || [0, 0];
    tally.set(question.area, [good + (right ? 1 : 0), all + 1]);
    if (!right) missed.push(question);
    place += 1;
  }

  function more(answer) {
    const parts = paragraphs(answer.principle);
    if (answer.sources) parts.push(make("p", { class: "source" }, `Source: ${answer.sources.join("; ")}`));
    return parts;
  }

  function judge(question, options, chosen) {
    const { right, why } = question.answer;
    const good = right.length === chosen.length && right.every((one) => chosen.includes(one));
    const told = options.map(([id, text], number) => {
      const is = right.includes(id);
      const mine = chosen.includes(id);
      const words = [is ? "\u2713 Right answer" : mine ? "\u2717 Not right" : "Not right", mine ? " (your choice)" : ""];
      return make(
        "div",
        { class: `verdict${is ? " right" : mine ? " wrong" : ""}` },
        make("b", {}, words.join("")),
        make("p", { dir: "auto" }, `${letters[number]}. ${text}`),
        ...paragraphs((why || {})[id]),
      );
    });
    count(good);
    show(good ? "Right" : "Not this time", ...looking_back(question), ...told, ...more(question.answer), ...next());
  }

  function reveal() {
    const question = round[place];
    const rate = (right) => () => {
      count(right);
      ask();
    };
    show(
      "The answer",
      ...looking_back(question),
      make("div", { class: "verdict right" }, ...paragraphs(question.answer.back)),
      ...more(question.answer),
      button("I knew it", rate(true)),
      button("Not yet", rate(false), true),
    );
  }

  function next() {
    if (place >= round.length) return [button("See how it went", finish)];
    return [button("Next question", ask), button("Stop here", finish, true)];
  }

  function go_on() {
    if (place < round.length) ask();
    else begin(waiting, []);
  }

  function finish() {
    const rows = [...tally].map(([area, [good, all]]) =>
      make("tr", {}, make("th", { scope: "row", dir: "auto" }, area), make("td", {}, `${good} of ${all}`)),
    );
    const sums = [...tally.values()];
    const good = sums.reduce((sum, [one]) => sum + one, 0);
    const all = sums.reduce((sum, [, one]) => sum + one, 0);
    const left = [...round.slice(place), ...waiting];
    const again = missed;
    show(
      left.length ? "How it went so far" : "Done",
      make("p", {}, all ? `${good} of ${all} right.` : "No question was answered."),
      rows.length > 1 ? make("table", {}, make("caption", { class: "unseen" }, "By area"), ...rows) : null,
      left.length ? make("p", {}, `Still to come: ${left.length}.`) : null,
      left.length ? button("Go on", go_on) : null,
      again.length ? button(`Ask the ${again.length} again`, () => begin(drawn(again), left), left.length > 0) : null,
      button("Begin anew", anew, left.length + again.length > 0),
      make("p", {}, "Nothing of this is saved: when the page is closed or loaded again, it forgets."),
      make("p", {}, "For a schedule, study with cpsprep."),
    );
  }

  function anew() {
    begin(drawn(every), []);
  }

  stage.append(button("Begin", anew));
})();
