/** Composers in one spelling: the sources write codes ("ChopinFF") or names in several languages. */

/** Spellings that name nobody. */
const NOBODY = new Set(['Anonim', 'Anonymous', 'Traditional', '']);

/** Mutopia's codes, and names that another source spells otherwise. */
const SAME: Readonly<Record<string, string>> = {
  AdamA: 'Adam, Adolphe',
  AndreJ: 'André, Johann',
  AscherJ: 'Ascher, Joseph',
  BachCPE: 'Bach, Carl Philipp Emanuel',
  BachJS: 'Bach, Johann Sebastian',
  BanchieriA: 'Banchieri, Adriano',
  BeethovenLv: 'Beethoven, Ludwig van',
  BendaJA: 'Benda, Jiří Antonín',
  BlumenthalJ: 'Blumenthal, Jacques',
  BrahmsJ: 'Brahms, Johannes',
  BrownCJ: 'Brown, C. J.',
  BurgmullerJFF: 'Burgmüller, Friedrich',
  BuxtehudeD: 'Buxtehude, Dieterich',
  ChopinFF: 'Chopin, Frédéric',
  'Chopin, Frederic': 'Chopin, Frédéric',
  ClementiM: 'Clementi, Muzio',
  CzernyC: 'Czerny, Carl',
  DandrieuJ: 'Dandrieu, Jean-François',
  FischerJKF: 'Fischer, Johann Caspar Ferdinand',
  FranckC: 'Franck, César',
  FrobergerJJ: 'Froberger, Johann Jakob',
  GriegE: 'Grieg, Edvard',
  GrignyNd: 'Grigny, Nicolas de',
  HandelGF: 'Handel, George Frideric',
  HaydnFJ: 'Haydn, Joseph',
  HunterC: 'Hunter, Charles',
  IlievGK: 'Iliev, Grigor',
  'J. Kuhnau': 'Kuhnau, Johann',
  JoplinS: 'Joplin, Scott',
  Kruetzer: 'Kreutzer',
  KuhlauF: 'Kuhlau, Friedrich',
  LisztF: 'Liszt, Franz',
  'Mendelssohn-BartholdyF': 'Mendelssohn, Felix',
  MozartWA: 'Mozart, Wolfgang Amadeus',
  MuellerAE: 'Müller, August Eberhard',
  MuffatG: 'Muffat, Georg',
  MussorgskyM: 'Mussorgsky, Modest',
  PeaseAH: 'Pease, Alfred Humphreys',
  PejacsevichD: 'Pejačević, Dora',
  PleyelIJ: 'Pleyel, Ignace',
  RameauJP: 'Rameau, Jean-Philippe',
  RegerM: 'Reger, Max',
  'Rimsky-KorsakovN': 'Rimsky-Korsakov, Nikolai',
  RitterC: 'Ritter, Christian',
  SatieE: 'Satie, Erik',
  ScarlattiD: 'Scarlatti, Domenico',
  ScheidemannH: 'Scheidemann, Heinrich',
  SchumannR: 'Schumann, Robert',
  ScriabinA: 'Scriabin, Alexander',
  SousaJP: 'Sousa, John Philip',
  StanchinskyAV: 'Stanchinsky, Alexei',
  StraussJJ: 'Strauss, Johann',
  TitelouzeJ: 'Titelouze, Jehan',
  TurpinT: 'Turpin, Tom',
  VerdiG: 'Verdi, Giuseppe',
  WanhalJ: 'Vanhal, Johann Baptist',
  WeckmannM: 'Weckmann, Matthias',
};

/** @returns the composer's name; undefined if the spelling names nobody */
export function composerOf(spelling: string): string | undefined {
  const trimmed = spelling.trim();
  return NOBODY.has(trimmed) ? undefined : (SAME[trimmed] ?? trimmed);
}
