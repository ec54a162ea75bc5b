/** Surnames by which a line of text is known to name a composer; words of other use are left out. */
const SURNAMES = `Albeniz Albinoni Alkan Allegri Arensky Arne Bach Balakirev Bantock Barber Bartok Beethoven
Bellini Berlioz Bernstein Bizet Boccherini Borodin Boulanger Brahms Britten Bruch Bruckner Burgmüller
Burgmuller Busoni Buxtehude Byrd Cabezon Chabrier Chaminade Charpentier Cherubini Chopin Cimarosa Clementi
Copland Corelli Couperin Cramer Czerny Debussy Delibes Diabelli Donizetti Dowland Dukas Dussek Dvorak Elgar
Ellington Farrenc Faure Franck Frescobaldi Froberger Gade Gershwin Gesualdo Gibbons Ginastera Glazunov Glinka
Gluck Godowsky Gottschalk Gounod Grainger Granados Grieg Haendel Handel Haydn Hensel Hindemith Holst Hummel
Janacek Joplin Kabalevsky Kalkbrenner Khachaturian Kodaly Koechlin Kuhlau Lecuona Lehar Leoncavallo Ligeti
Liszt Lully MacDowell Mahler Mascagni Massenet Medtner Mendelssohn Messiaen Meyerbeer Milhaud Moscheles
Moszkowski Mozart Mussorgsky Myslivecek Nazareth Nielsen Offenbach Pachelbel Paderewski Paganini Palestrina
Pergolesi Piazzolla Poulenc Prokofiev Puccini Purcell Quilter Rachmaninoff Rachmaninov Rameau Ravel Reger
Reinecke Rheinberger Rimsky-Korsakov Rossini Rubinstein Saint-Saens Sarasate Satie Scarlatti Schönberg
Schoenberg Schubert Schumann Schütz Scriabin Shostakovich Sibelius Sinding Smetana Soler Sousa Stravinsky
Sullivan Sweelinck Szymanowska Szymanowski Tallis Tarrega Tchaikovsky Tschaikowsky Telemann Turina Verdi
Viardot Vieuxtemps Villa-Lobos Vivaldi Wagner Webern Weill Wieniawski`;

const known = new Set(SURNAMES.split(/\s+/).map(fold));

export function isSurname(word: string): boolean {
  return known.has(fold(word));
}

/** Without case and accents. */
function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
