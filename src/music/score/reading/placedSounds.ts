/** Sounds with a place of their own, which the parser leaves out, as directions, which keep it. */

/** No other element of a sound matters here; those within a direction have its place. */
const SOUND =
  /<sound\b([^<>]*\btempo\s*=[^<>]*)>\s*<offset\b[^<>]*>([^<>]*)<\/offset>\s*<\/sound>(?!\s*<\/direction>)/g;

export function placedSounds(xml: string): string {
  return xml.replace(
    SOUND,
    '<direction><direction-type><words/></direction-type><offset>$2</offset><sound$1/></direction>',
  );
}
