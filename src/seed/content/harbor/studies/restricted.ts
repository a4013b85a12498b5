// What is not for everyone, or not yet: by link, by password, private, under embargo, in draft.
import { by, p, picture, t, timeline } from '../../body.ts'
import type { Study } from '../../types.ts'

export const restricted: Study[] = [
  {
    slug: 'shore-power',
    title: t('Shore power, first winter', 'Landstrom, der erste Winter'),
    headline: t(
      'Feeder ships lie silent at quay 2 on 38 nights of the first winter',
      'Feederschiffe liegen im ersten Winter 38 Nächte lautlos am Kai 2',
    ),
    summary: t(
      'A report for the neighbours of quay 2: shared by link, before the figures are final.',
      'Ein Bericht für die Nachbarn von Kai 2: per Link geteilt, bevor die Zahlen endgültig sind.',
    ),
    cover: 'quay-dawn',
    client: 'kajline',
    visibility: 'unlisted',
    outcomes: [
      {
        label: t('silent nights at quay 2', 'stille Nächte am Kai 2'),
        value: 38,
        before: 0,
        after: 38,
        timeframe: t('winter 2025/26', 'Winter 2025/26'),
        source: t('Meter readings', 'Zählerstände'),
      },
    ],
    services: ['real-time-data'],
    industries: ['container-terminal'],
    year: 2026,
    timeframe: t('Winter 2025/26', 'Winter 2025/26'),
    credits: [by('ines-valbrandt', 'Direction', 'Leitung')],
    published: '2026-04-02',
    chapters: [
      {
        kind: 'challenge',
        body: [
          p(
            'At berth, a feeder ship runs its auxiliary engine all night. People across the water have counted along since 1994.',
            'Am Liegeplatz läuft der Hilfsdiesel die ganze Nacht. Am anderen Ufer zählt man seit 1994 mit.',
          ),
        ],
      },
      {
        kind: 'outcome',
        body: [
          p(
            'On 38 nights it did not. The plug takes eleven minutes; we want four.',
            'In 38 Nächten lief er nicht. Das Anstecken dauert elf Minuten; wir wollen vier.',
          ),
          timeline(
            [
              t('November', 'November'),
              t('First plug', 'Erster Stecker'),
              t('With speeches, in hail.', 'Mit Reden, im Hagel.'),
            ],
            [
              t('March', 'März'),
              t('Routine', 'Routine'),
              t('Nobody comes to watch any more.', 'Niemand kommt mehr gucken.'),
            ],
          ),
        ],
      },
    ],
  },
  {
    slug: 'yard-model-for-partners',
    title: t('The yard model, for partners', 'Das Lagermodell, für Partner'),
    headline: t(
      'Reshuffles fell to 7 percent of moves, and here is how the model decides',
      'Umstapelungen sanken auf 7 Prozent, und so entscheidet das Modell',
    ),
    summary: t(
      'Method and parameters for the terminals that share our yard model. Behind a password by agreement.',
      'Methode und Parameter für Terminals, die unser Lagermodell mitnutzen. Vereinbarungsgemäß mit Passwort.',
    ),
    cover: 'yard-day',
    client: 'kajline',
    visibility: 'password',
    outcomes: [
      {
        label: t('moves that only reshuffle', 'Hübe, die nur umstapeln'),
        value: 7,
        unit: '%',
        before: 21,
        after: 7,
        timeframe: t('2025'),
        source: t('Yard system', 'Lagersystem'),
      },
    ],
    services: ['planning-tools'],
    industries: ['container-terminal'],
    technologies: ['postgresql'],
    year: 2025,
    timeframe: t('2025'),
    credits: [by('hanneke-dreyer', 'Model', 'Modell')],
    published: '2026-02-19',
    chapters: [
      {
        kind: 'approach',
        body: [
          p(
            'A container is put where the regret of digging it out again is smallest. Regret is measured in crane seconds, by hour of day.',
            'Ein Container kommt dorthin, wo das Bedauern, ihn wieder auszugraben, am kleinsten ist. Bedauern misst man in Kransekunden, je Tagesstunde.',
          ),
          picture('yard-laptop'),
        ],
      },
      {
        kind: 'outcome',
        body: [
          p(
            'Reshuffles fell from 21 to 7 percent. Below six the yard gets too empty to be honest about it.',
            'Umstapelungen sanken von 21 auf 7 Prozent. Unter sechs wird das Lager so leer, dass die Zahl nichts mehr taugt.',
          ),
        ],
      },
    ],
  },
  {
    slug: 'tender-north-basin',
    title: t('Tender: north basin', 'Ausschreibung Nordbecken'),
    headline: t(
      'Our notes for the board, not for the public',
      'Unsere Notizen für den Vorstand, nicht für die Öffentlichkeit',
    ),
    summary: t(
      'Costs, risks and the two options for digitising the north basin.',
      'Kosten, Risiken und die zwei Wege, das Nordbecken zu digitalisieren.',
    ),
    cover: 'chart',
    client: 'ostrand-port-authority',
    visibility: 'private',
    outcomes: [
      {
        label: t('berths affected', 'betroffene Liegeplätze'),
        value: 4,
        timeframe: t('from 2027', 'ab 2027'),
        source: t('Board paper 12', 'Vorstandsvorlage 12'),
      },
    ],
    services: ['planning-tools'],
    industries: ['navigation'],
    year: 2026,
    timeframe: t('October 2026', 'Oktober 2026'),
    credits: [by('ines-valbrandt', 'Author', 'Verfasserin')],
    published: '2026-10-21',
    chapters: [
      {
        kind: 'constraint',
        body: [
          p(
            'The basin silts up by forty centimetres a year. Any plan that forgets this is a plan for a car park.',
            'Das Becken verschlickt um vierzig Zentimeter im Jahr. Wer das vergisst, plant einen Parkplatz.',
          ),
          picture('chart-inner'),
        ],
      },
    ],
  },
  {
    slug: 'night-ferry',
    title: t('The night ferry waits for no one', 'Die Nachtfähre wartet auf niemanden'),
    headline: t(
      'Ferry check-in takes 9 seconds per car instead of 50',
      'Der Fähr-Check-in dauert 9 statt 50 Sekunden je Auto',
    ),
    summary: t(
      'Under embargo until the line announces it. The gate’s second life as a ferry terminal.',
      'Gesperrt, bis die Reederei es ankündigt. Das zweite Leben des Tors als Fährterminal.',
    ),
    cover: 'ship-above',
    client: 'kajline',
    embargoUntil: '2027-02-01T08:00:00.000Z',
    outcomes: [
      {
        label: t('check-in per car', 'Check-in je Auto'),
        value: -82,
        unit: '%',
        before: 50,
        after: 9,
        timeframe: t('trial, October 2026', 'Probebetrieb, Oktober 2026'),
        source: t('Gate log', 'Torprotokoll'),
      },
    ],
    services: ['mobile-apps'],
    industries: ['road-and-rail'],
    technologies: ['typescript'],
    year: 2026,
    timeframe: t('Summer – autumn 2026', 'Sommer – Herbst 2026'),
    credits: [by('tarek-osei', 'Product lead', 'Produktleitung')],
    published: '2026-11-16',
    chapters: [
      {
        kind: 'challenge',
        body: [
          p(
            'A ferry loads 300 cars in forty minutes or leaves without the rest.',
            'Eine Fähre lädt in vierzig Minuten 300 Autos oder fährt ohne den Rest.',
          ),
          picture('pilot-dusk'),
        ],
      },
    ],
  },
  {
    slug: 'tides',
    title: t('Tides, taught to a spreadsheet', 'Wie man einer Tabelle die Tide beibringt'),
    headline: t(
      'Draft: the shared tide table that started the workshop',
      'Entwurf: die gemeinsame Gezeitentafel, mit der alles anfing',
    ),
    summary: t(
      'Still without a cover and without its ending.',
      'Noch ohne Titelbild und ohne Schluss.',
    ),
    client: 'ostrand-port-authority',
    isDraft: true,
    outcomes: [
      {
        label: t('people who use the tide table daily', 'tägliche Nutzer der Gezeitentafel'),
        value: 410,
        timeframe: t('2026'),
        source: t('Access log', 'Zugriffsprotokoll'),
      },
    ],
    services: ['planning-tools'],
    industries: ['navigation'],
    year: 2019,
    timeframe: t('2019'),
    credits: [by('ines-valbrandt', 'Everything', 'Alles')],
    chapters: [
      {
        kind: 'challenge',
        body: [
          p(
            'There were three tide tables in the building and they disagreed by six minutes.',
            'Im Haus gab es drei Gezeitentafeln, und sie lagen sechs Minuten auseinander.',
          ),
        ],
      },
      {
        kind: 'approach',
        title: t('To be written', 'Noch zu schreiben'),
        body: [
          p(
            'Ines remembers this best. Ask her about the printer.',
            'Das weiß Ines am besten. Nach dem Drucker fragen.',
          ),
        ],
      },
    ],
  },
]
