/** What is looked for: it stays while somebody opens what was found and comes back, until they go elsewhere by the bar. */
class Search {
  words = $state('');

  end(): void {
    this.words = '';
  }
}

export const search = new Search();
