/** Whether somebody typed a name: accents, signs, spaces and capitals aside. Of no name, nobody did. */
export function isSameName(typed: string, name: string): boolean {
  return fold(typed) === fold(name) && fold(typed) !== '';
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLocaleLowerCase();
}
