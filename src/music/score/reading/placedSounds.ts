/** Sounds with a place of their own, which the parser leaves out, as directions, which keep it. */

/** No other element of a sound matters here; those within a direction have its place. */
const SOUND =
  /<sound\b([^<>]*)>\s*<offset\b[^<>]*>([^<>]*)<\/offset>\s*<\/sound>(?!\s*<\/direction>)/g;
const TEMPO = /\btempo\s*=/;

export function placedSounds(xml: string): string {
  return xml.replace(SOUND, (sound, attributes: string, offset: string) => {
    if (!TEMPO.test(attributes)) return sound;
    return `<direction><direction-type><words/></direction-type><offset>${offset}</offset><sound${attributes}/></direction>`;
  });
}
