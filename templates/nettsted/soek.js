// The search page: asks the index that was made with the site. Nothing leaves the host.
const field = document.getElementById("q");
const status = document.getElementById("status");
const hits = document.getElementById("treff");
const root = new URL("../", document.baseURI);
const most = 30;

document.getElementById("uten-skript").remove();
const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
field.value = query;
if (query) await search(query);
else field.focus();

async function search(words) {
  status.textContent = "Søker …";
  try {
    const index = await import(new URL("pagefind/pagefind.js", root));
    await index.options({ baseUrl: root.pathname, excerptLength: 24 });
    const found = await index.search(words);
    status.textContent = counted(found.results.length, words);
    const shown = await Promise.all(found.results.slice(0, most).map((hit) => hit.data()));
    hits.replaceChildren(...shown.map(item));
  } catch (problem) {
    status.textContent = "Søket kunne ikke lastes. Prøv igjen, eller bruk menyen.";
    throw problem;
  }
}

function counted(number, words) {
  if (number === 0) return `Ingen treff på «${words}». Prøv færre eller andre ord.`;
  const all = number === 1 ? "Ett treff" : `${number} treff`;
  return `${all} på «${words}»${number > most ? `; de ${most} beste er vist` : ""}`;
}

function item(page) {
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.meta.title;
  const heading = document.createElement("h2");
  heading.append(link);
  const excerpt = document.createElement("p");
  excerpt.append(...marked(page.excerpt));
  const above = Object.assign(document.createElement("p"), { className: "over", textContent: page.meta.over ?? "" });
  const row = document.createElement("li");
  if (page.meta.maalform) row.lang = page.meta.maalform; // where it is not that of this page
  row.append(heading, ...(page.meta.over ? [above] : []), excerpt);
  return row;
}

// The excerpt is escaped text with <mark> around what was found; it is taken as text, and marked anew.
function* marked(excerpt) {
  const reader = document.createElement("textarea"); // what is put into it is text, and keeps its spaces
  for (const [nr, part] of excerpt.split(/<\/?mark>/).entries()) {
    reader.innerHTML = part;
    const text = reader.value;
    if (nr % 2 === 0) yield text;
    else yield Object.assign(document.createElement("mark"), { textContent: text });
  }
}
