/** Reviews that the form can be filled in with. Their films do not exist. */

export const EXAMPLES = [
  {
    title: "The Quiet Tide", kind: "film", year: "2026", score: "4/5", verdict: "watch",
    genres: "Thriller, Drama", platform: "Netflix", author: "Edith Marlow",
    summary: "A harbour pilot hears a distress call that was sent eleven years ago. Slow and salty.",
    spoilers: "The call is her own.",
  },
  {
    title: "Ballerina", kind: "film", year: "2026", score: "58%", verdict: "",
    genres: "Action, Music", platform: "Mubi", author: "Edith Marlow",
    summary: "Yet another film of this name: a dancer, a debt, and one long night backstage.",
    spoilers: "The debt was paid before the first scene.",
  },
  {
    title: "Nine Winters", kind: "series", year: "2025", score: "B+", verdict: "maybe",
    genres: "Mystery", platform: "Arte", author: "Edith Marlow",
    summary: "A village archive loses one winter after the other. Clever, cold, and two episodes too long.",
    spoilers: "The archivist burns the records to protect her brother.",
  },
];
