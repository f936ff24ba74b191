/** What is looked for: it stays while somebody opens what was found and comes back. */
class Search {
  words = $state('');
}

export const search = new Search();
