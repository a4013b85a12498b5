// A closed bath of 1913 has 640 visitors a day again, under tiles made from its own shards.
import {
  beforeAfter,
  by,
  callToAction,
  code,
  compare,
  downloads,
  embed,
  gallery,
  guest,
  h3,
  metric,
  p,
  quote,
  t,
  testimonial,
  timeline,
  video,
} from '../../body.ts'
import type { Study } from '../../types.ts'

export const saalebad: Study = {
  slug: 'saalebad',
  title: t('Four thousand tiles for the Saalebad', 'Viertausend Fliesen für das Saalebad'),
  headline: t(
    'A closed bath of 1913 has 640 visitors a day again, under tiles made from its own shards',
    'Ein geschlossenes Bad von 1913 hat wieder 640 Gäste am Tag, unter Fliesen aus eigenen Scherben',
  ),
  formerHeadline: 'New tiles for an old bath',
  summary: t(
    'Half of the tiles were gone and no factory makes that green any more. We ground up what had fallen down and found the recipe in it.',
    'Die Hälfte der Fliesen fehlte, und dieses Grün macht keine Fabrik mehr. Wir haben gemahlen, was herabgefallen war, und darin das Rezept gefunden.',
  ),
  cover: 'tiles-arcs',
  client: 'saalebad',
  outcomes: [
    {
      label: t('visitors per day', 'Gäste je Tag'),
      value: 640,
      before: 0,
      after: 640,
      timeframe: t('first full year, 2025', 'erstes volles Jahr, 2025'),
      source: t('Ticket office', 'Kasse'),
    },
    {
      label: t('of the new tiles is old material', 'der neuen Fliesen ist altes Material'),
      value: 34,
      unit: '%',
      timeframe: t('by weight', 'nach Gewicht'),
      source: t('Batch records', 'Chargenbuch'),
    },
    {
      label: t('cost against imported replicas', 'Kosten gegenüber importierten Repliken'),
      value: -22,
      unit: '%',
      before: 410,
      after: 320,
      timeframe: t('€ per square metre', '€ je Quadratmeter'),
      source: t('Final account', 'Schlussrechnung'),
    },
  ],
  services: ['ceramic-surfaces', 'architecture'],
  industries: ['culture'],
  technologies: ['stoneware', 'svg'],
  year: 2024,
  timeframe: t('May 2022 – October 2024', 'Mai 2022 – Oktober 2024'),
  credits: [
    by('edda-marquardt', 'Glaze', 'Glasur'),
    by('piet-lorentz', 'Firing', 'Brand'),
    by('jun-castellan', 'Architecture', 'Architektur'),
    by('amara-nwosu', 'Laying plan', 'Verlegeplan'),
    by('clara-voigtlaender', 'Project management', 'Projektleitung'),
    guest('Bauhütte Neumarkt', 'Laying', 'Verlegung'),
  ],
  testimonials: ['bath-director'],
  related: ['facade-for-less', 'salt-and-signs'],
  featured: true,
  published: '2025-01-20',
  chapters: [
    {
      kind: 'challenge',
      title: t('A green nobody makes', 'Ein Grün, das niemand macht'),
      body: [
        p(
          'The pool hall had lost half of its wall. What was left had a green that changes with the hour: bottle in the morning, moss at noon. Catalogues offered us forty greens. None of them moved.',
          'Die Schwimmhalle hatte die Hälfte ihrer Wand verloren. Der Rest trug ein Grün, das sich mit der Stunde ändert: morgens Flasche, mittags Moos. Kataloge boten vierzig Grüntöne. Keiner bewegte sich.',
        ),
        metric({
          label: t('tiles missing', 'fehlende Fliesen'),
          value: 4012,
          timeframe: t('survey 2022', 'Aufmaß 2022'),
          source: t('Own count', 'eigene Zählung'),
        }),
      ],
    },
    {
      kind: 'constraint',
      title: t('Old wall, new rules', 'Alte Wand, neue Regeln'),
      body: [
        p(
          'The preservation office wanted no visible difference; the swimming authority wanted slip class B. Lead, which had made the old glaze so deep, was out of the question.',
          'Die Denkmalpflege wollte keinen sichtbaren Unterschied, die Badeaufsicht Rutschklasse B. Blei, das der alten Glasur ihre Tiefe gab, kam nicht in Frage.',
        ),
        compare(
          [t('1913'), t('2024')],
          [
            t('Flux', 'Flussmittel'),
            t('lead oxide', 'Bleioxid'),
            t('feldspar and talc', 'Feldspat und Talk'),
          ],
          [
            t('Body', 'Scherben'),
            t('clay from the Saale', 'Saaleton'),
            t('34 percent ground shards', '34 Prozent Scherbenmehl'),
          ],
          [
            t('Firing', 'Brand'),
            t('coal, three days', 'Kohle, drei Tage'),
            t('electric, eleven hours', 'Strom, elf Stunden'),
          ],
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('Grind, fire, look, repeat', 'Mahlen, brennen, schauen, von vorn'),
      body: [
        p(
          'Edda ground fallen tiles and put the powder into the new body. The iron in it did what no oxide from a bag had done: the colour began to move. It took 118 samples until nobody in the hall could point to the new one.',
          'Edda mahlte herabgefallene Fliesen und mischte das Mehl in den neuen Scherben. Das Eisen darin tat, was kein Oxid aus der Tüte vermochte: Die Farbe begann sich zu bewegen. Nach 118 Proben konnte in der Halle niemand mehr auf die neue zeigen.',
        ),
        gallery(
          'justified',
          ['bisque', t('After the first firing', 'Nach dem Schrühbrand')],
          ['tiles-plain', t('Samples 60 to 118', 'Proben 60 bis 118')],
          ['tiles-leaves', t('The frieze of the cloakroom', 'Der Fries der Garderobe')],
          [
            'moon-jar',
            t('The first thing fired in that glaze', 'Das erste Stück in dieser Glasur'),
          ],
        ),
        beforeAfter(
          'bisque',
          'glazed',
          [t('First firing', 'Schrühbrand'), t('Glaze firing', 'Glasurbrand')],
          t(
            'The same test pieces, eleven hours apart.',
            'Dieselben Probestücke, elf Stunden später.',
          ),
        ),
        h3('A plan for accidents', 'Ein Plan für Zufälle'),
        p(
          'No two old tiles are the same, so the laying plan may not repeat either. Amara wrote a few lines that deal out six shades such that neighbours always differ.',
          'Keine zwei alten Fliesen sind gleich, also darf sich auch der Verlegeplan nicht wiederholen. Amara schrieb ein paar Zeilen, die sechs Töne so verteilen, dass Nachbarn sich immer unterscheiden.',
        ),
        code(
          'typescript',
          'deal.ts',
          'const deal = (column: number, row: number, shades = 6) => {\n  const left = plan[row]?.[column - 1]\n  const above = plan[row - 1]?.[column]\n  return pick(range(shades).filter((shade) => shade !== left && shade !== above))\n}',
          t(
            'Whole numbers are shades; the mason reads them off a printed sheet.',
            'Ganze Zahlen sind Töne; der Fliesenleger liest sie vom Blatt.',
          ),
        ),
        timeline(
          [
            t('May 2022', 'Mai 2022'),
            t('Survey', 'Aufmaß'),
            t('4,012 gaps, drawn one by one.', '4 012 Lücken, einzeln gezeichnet.'),
          ],
          [
            t('March 2023', 'März 2023'),
            t('Sample 118', 'Probe 118'),
            t('Nobody can point to it.', 'Niemand kann auf sie zeigen.'),
          ],
          [
            t('October 2024', 'Oktober 2024'),
            t('Water', 'Wasser'),
            t(
              'The first swimmer is 91 and learned here.',
              'Die erste Schwimmerin ist 91 und hat hier schwimmen gelernt.',
            ),
          ],
        ),
      ],
    },
    {
      kind: 'outcome',
      title: t('The wall that is stroked', 'Die Wand, die gestreichelt wird'),
      body: [
        p(
          'The bath reopened on time and 22 percent below the price of imported replicas. It sells 640 tickets a day; the calculation had been 400.',
          'Das Bad öffnete pünktlich und 22 Prozent billiger als mit importierten Repliken. Es verkauft 640 Karten am Tag; gerechnet war mit 400.',
        ),
        testimonial('bath-director'),
        video(
          'https://vimeo.com/76979871',
          'tiles-arcs',
          t(
            'Opening the kiln, three minutes, no commentary.',
            'Der Ofen wird geöffnet, drei Minuten, ohne Kommentar.',
          ),
        ),
        downloads(
          ['glaze-card', t('The recipe (PDF)', 'Das Rezept (PDF)')],
          ['film-captions', t('Captions (VTT)', 'Untertitel (VTT)')],
        ),
        embed(
          'https://www.openstreetmap.org/export/embed.html?bbox=11.95%2C51.47%2C11.98%2C51.49&layer=mapnik',
          t('Where the bath is', 'Lage des Bades'),
          '4:3',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'We spent five months imitating a recipe before we thought of eating it, so to speak. Waste is the first archive to look into.',
          'Fünf Monate lang haben wir ein Rezept nachgeahmt, bevor wir darauf kamen, es sozusagen zu verspeisen. Abfall ist das erste Archiv, in das man schauen sollte.',
        ),
        quote(
          t('A glaze is a memory of a fire.', 'Eine Glasur ist die Erinnerung an ein Feuer.'),
          'Edda Marquardt',
          t('Ceramicist', 'Keramikerin'),
        ),
        callToAction(
          t('A façade with the same idea', 'Eine Fassade mit derselben Idee'),
          t(
            'How 212 balconies got their colour back.',
            'Wie 212 Balkone ihre Farbe zurückbekamen.',
          ),
          t('To the façade', 'Zur Fassade'),
          { study: 'facade-for-less' },
        ),
      ],
    },
  ],
}
