/** Which notes beside a field are read aloud with it. */
export function described(
  id: string,
  note: string | undefined,
  moved: object | undefined,
): string | undefined {
  return [note && `${id}-note`, moved && `${id}-moved`].filter(Boolean).join(' ') || undefined;
}
