/** Titles that programs write by themselves: "untitled", the names of tracks, hands and instruments. */

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const phrases = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean);

/** Several of them still name nothing. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  words(`
  untitled unnamed unknown noname no name new default title template demo test
  song sequence seq project score composition music piece file midi mid smf copy
  track trk channel ch chan part voice staff staves layer instrument inst port
  conductor tempo master control meta header general gm gs xg standard format type
  right left hand hands both rh lh treble bass upper lower up down melody accompaniment main solo
  a b c i ii iii iv st nd and the of for by with

  unbenannt namenlos titel neu neue neuer neues spur kopie von lied stück datei noten
  titre nouveau nouvelle piste copie de chanson fichier partition
  titulo título nuevo nueva pista copia canción archivo
  titolo nuovo nuova traccia brano novo nova faixa cópia arquivo
  naamloos naamloze namnlös nimetön névtelen adsız başlıksız nowy utwór kopia
  безымянный безымянная новый новая дорожка трек копия композиция песня
  無題 無題のコピー 名称未設定 タイトルなし 新規 新規トラック トラック コピー
  无标题 無標題 未命名 未命名乐谱 新建 音轨 轨道 副本 무제 트랙

  rechte rechts linke links droite gauche derecha izquierda destra sinistra direita esquerda mano mão
  oberstimme unterstimme правая левая рука 右手 左手

  piano pianoforte pf pno grand acoustic bright electric electronic digital keyboard keys ep
  organ harpsichord clavinet clavi celesta glockenspiel vibraphone marimba xylophone dulcimer
  accordion harmonica guitar violin violins viola violas cello cellos violoncello contrabass
  string strings ensemble harp timpani choir synth synthesizer brass woodwind woodwinds
  trumpet trumpets trombone trombones tuba horn horns sax saxophone soprano alto tenor baritone
  oboe bassoon clarinet piccolo flute flutes recorder ocarina shakuhachi sitar banjo shamisen koto
  kalimba bagpipe shanai drum drums drumset drumkit percussion
  klavier flügel konzertflügel orgel kirchenorgel cembalo akkordeon gitarre violine violinen bratsche
  kontrabass streicher harfe pauken chor trompete posaune waldhorn saxofon fagott klarinette flöte
  querflöte blockflöte schlagzeug
  orgue clavecin guitare violon violons violoncelle contrebasse cordes harpe trompette cor
  clarinette hautbois basson flûte batterie
  órgano clavecín guitarra violín violines violonchelo contrabajo cuerdas arpa trompeta trompa
  clarinete fagot flauta batería
  organo clavicembalo chitarra violino violini contrabbasso archi tromba corno clarinetto fagotto
  flauto batteria violão cordas fortepian gitara skrzypce
  фортепиано пианино рояль гитара скрипка орган ピアノ ギター 钢琴 鋼琴 吉他 피아노`),
);

/** Together they name nothing; their words alone may be titles. Numbers are left out. */
const EMPTY_PHRASES: readonly string[] = phrases(`
  ohne titel; ohne namen; sans titre; sans nom; sin título; sin titulo; sin nombre; senza titolo
  senza nome; sem título; sem titulo; sem nome; zonder titel; utan titel; uden titel; uten tittel
  bez tytułu; bez názvu; bez nazwy; без названия; без имени; без назви; χωρίς τίτλο; 제목 없음
  r h; l h; m d; m s; m g; m i; r; l
  honky tonk piano; honky tonk; music box; tubular bells; drawbar organ; percussive organ
  hammond organ; rock organ; church organ; pipe organ; reed organ; tango accordion
  nylon guitar; nylon string guitar; guitar nylon; steel guitar; steel string guitar; guitar steel
  classical guitar; jazz guitar; guitar jazz; clean guitar; guitar clean; muted guitar; guitar muted
  clean electric guitar; muted electric guitar
  overdriven guitar; overdrive guitar; distortion guitar; distorted guitar; guitar harmonics
  fingered bass; bass finger; picked bass; bass pick; fretless bass; slap bass; double bass
  tremolo strings; pizzicato strings; orchestral harp; orchestral strings; slow strings
  choir aahs; choir ah; voice oohs; voice oh; orchestra hit; orchestral hit
  muted trumpet; french horn; english horn; brass section; pan flute; blown bottle; whistle; fiddle
  lead square; lead sawtooth; lead calliope; lead chiff; lead charang; lead voice; lead fifths
  lead bass lead; lead bass and lead; square lead; sawtooth lead; saw lead; calliope lead; chiff lead
  charang lead; voice lead; fifths lead; bass lead; bass and lead; square wave; saw wave
  pad new age; pad warm; pad polysynth; pad choir; pad bowed; pad metallic; pad halo; pad sweep
  new age pad; warm pad; polysynth pad; choir pad; bowed pad; metallic pad; halo pad; sweep pad
  fx rain; fx soundtrack; fx crystal; fx atmosphere; fx brightness; fx goblins; fx echoes; fx sci fi
  tinkle bell; agogo; steel drums; woodblock; taiko drum; melodic tom; reverse cymbal
  guitar fret noise; breath noise; bird tweet; telephone ring`);

const emptyPhrase = new RegExp(
  `(?<!\\S)(?:${EMPTY_PHRASES.toSorted((a, b) => b.length - a.length).join('|')})(?!\\S)`,
  'gu',
);

/** Whether the title has no word but those that programs write by themselves. */
export function isEmptyTitle(title: string): boolean {
  const named =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const rest = words(named.join(' ').replace(emptyPhrase, ''));
  return rest.every((word) => EMPTY_WORDS.has(word));
}
