import type { Translated } from '../catalogue';
import type { kit as English } from '../en/kit';

export const kit: Translated<typeof English> = {
  save: 'Auf einem größeren Rechner trainieren',
  about:
    'Eine Zip-Datei mit dem Modell, den Stücken als Zahlen und einem Programm in PyTorch: für einen Rechner, für mehrere GPUs oder für einen Ray-Cluster. „Modell öffnen“ öffnet danach das Ergebnis, und die Kurve geht weiter, wo sie jetzt steht.',
  download: 'Paket herunterladen',
  packing: 'Das Paket wird gepackt …',
  noPieces:
    'Fügen Sie der Bibliothek zuerst Stücke hinzu: Das Paket enthält, woraus das Modell lernen soll.',
};
