/** What stands around a span, the span in brackets, white space folded: "…said that [Zelensky] met…". */
export function contextOf(text: string, span: { readonly start: number; readonly end: number }, width = 40): string {
  const show = (part: string) => part.replace(/\s+/g, ' ');
  const { start, end } = span;
  return `…${show(text.slice(Math.max(0, start - width), start))}[${show(text.slice(start, end))}]${show(text.slice(end, end + width))}…`;
}
