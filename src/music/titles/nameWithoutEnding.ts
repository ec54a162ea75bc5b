/** `folder/Piece.mid` -> `Piece` */
export function nameWithoutEnding(fileName: string): string {
  const name = fileName.slice(fileName.lastIndexOf('/') + 1);
  return name.replace(/\.[^.]{1,5}$/, '') || name;
}
