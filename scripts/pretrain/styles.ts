/** Style of each score, by source, composer and title. */
import type { Style } from '../../src/music/style';
import type { Score } from './catalogue';

const BAROQUE = new Set([
  'Bach, Johann Sebastian',
  'Banchieri, Adriano',
  'Buxtehude, Dieterich',
  'Dandrieu, Jean-François',
  'Fischer, Johann Caspar Ferdinand',
  'Froberger, Johann Jakob',
  'Grigny, Nicolas de',
  'Handel, George Frideric',
  'Kuhnau, Johann',
  'Muffat, Georg',
  'Rameau, Jean-Philippe',
  'Ritter, Christian',
  'Scarlatti, Domenico',
  'Scheidemann, Heinrich',
  'Titelouze, Jehan',
  'Weckmann, Matthias',
]);

const CLASSICAL = new Set([
  'André, Johann',
  'Bach, Carl Philipp Emanuel',
  'Beethoven, Ludwig van',
  'Benda, Jiří Antonín',
  'Clementi, Muzio',
  'Cramer, Johann Baptist',
  'Czerny, Carl',
  'Haydn, Joseph',
  'Hoffmeister, Franz Anton',
  'Kreutzer',
  'Kuhlau, Friedrich',
  'Mozart, Wolfgang Amadeus',
  'Müller, August Eberhard',
  'Pleyel, Ignace',
  'Vanhal, Johann Baptist',
]);

const RAGTIME = new Set(['Hunter, Charles', 'Joplin, Scott', 'Turpin, Tom']);

/** Operas and songs as piano scores, which are no piano pieces. */
const REDUCED = new Set(['Verdi, Giuseppe', 'Łodwigowski, Edward Stefan']);

/** Composers of dances and marches alone. */
const OF_DANCES = new Set(['Sousa, John Philip', 'Stefani, Józef', 'Strauss, Johann']);

/** Dances in the languages of the sources; baroque ones belong to their composers. */
const DANCE =
  /mazur|mazovienne|polon|wal[ct]|walzer|valse|polka|oberek|kujawiak|krakowiak|kontredans|kadryl|quadrille|galop|dans|taniec|tańce|marsz|march/i;

/** @returns undefined for music that belongs to none of the styles */
export function styleOf({
  source,
  person = '',
  title,
}: Pick<Score, 'source' | 'person' | 'title'>): Style | undefined {
  if (source === 'lieder') return 'songs';
  if (person.startsWith('Chopin')) return 'chopin';
  if (RAGTIME.has(person)) return 'ragtime';
  if (BAROQUE.has(person)) return 'baroque';
  if (CLASSICAL.has(person)) return 'classical';
  if (OF_DANCES.has(person) || DANCE.test(title)) return 'dances';
  if (REDUCED.has(person) || person === '') return undefined;
  return 'romantic';
}
