// The port closes for fog 61 percent fewer hours, and has had no grounding since.
import { beforeAfter, by, gallery, guest, h3, p, saying, t, testimonial } from '../../body.ts'
import type { Study } from '../../types.ts'

export const fog: Study = {
  slug: 'fog',
  title: t('Fog', 'Nebel'),
  headline: t(
    'The port closes for fog 61 percent fewer hours, and has had no grounding since',
    'Der Hafen schließt bei Nebel 61 Prozent seltener, und keine Grundberührung seither',
  ),
  summary: t(
    'Visibility used to be a man on a roof. Nine sensors, one number and one voice let pilots decide by basin and by the quarter hour.',
    'Sichtweite war früher ein Mann auf einem Dach. Neun Sensoren, eine Zahl und eine Stimme lassen Lotsen je Becken und Viertelstunde entscheiden.',
  ),
  cover: 'lighthouse-fog',
  client: 'sund-pilots',
  outcomes: [
    {
      label: t('hours closed for fog', 'Sperrstunden wegen Nebels'),
      value: -61,
      unit: '%',
      before: 214,
      after: 83,
      timeframe: t(
        'winter 2024/25, compared with the mean of five winters',
        'Winter 2024/25 gegenüber dem Mittel von fünf Wintern',
      ),
      source: t('Harbour master’s log', 'Buch des Hafenkapitäns'),
    },
    {
      label: t(
        'sensor agreement with trained observers',
        'Übereinstimmung mit geschulten Beobachtern',
      ),
      value: 98.4,
      unit: '%',
      timeframe: t('over 1,120 readings', 'bei 1 120 Ablesungen'),
      source: t('Calibration protocol', 'Kalibrierprotokoll'),
    },
  ],
  services: ['real-time-data', 'operations-design'],
  industries: ['navigation'],
  technologies: ['mqtt', 'ais'],
  year: 2025,
  timeframe: t('October 2023 – April 2025', 'Oktober 2023 – April 2025'),
  credits: [
    by('mateus-ferro', 'Sensors and engineering', 'Sensorik und Entwicklung'),
    by('ines-valbrandt', 'Direction', 'Leitung'),
    guest('Capt. Solveig Aaker', 'Pilotage', 'Lotsung'),
  ],
  testimonials: ['pilot-captain'],
  published: '2025-05-20',
  chapters: [
    {
      kind: 'challenge',
      title: t('A man on a roof', 'Ein Mann auf einem Dach'),
      body: [
        p(
          'When fog came, someone climbed to the roof of the harbour office and looked for a mark on a warehouse 900 metres away. If he could not see it, the whole port closed, including the basins where the sun was shining.',
          'Kam Nebel, stieg jemand auf das Dach des Hafenamts und suchte eine Marke an einem Speicher in 900 Metern Entfernung. Sah er sie nicht, schloss der ganze Hafen, auch die Becken, in denen die Sonne schien.',
        ),
        gallery(
          'carousel',
          ['quay-fog', t('06:10, basin 3', '06:10 Uhr, Becken 3')],
          ['quay-clear', t('08:15, the same place', '08:15 Uhr, dieselbe Stelle')],
          ['pilot-day', t('And outside, all along, this', 'Und draußen, die ganze Zeit, das')],
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'Pilots are personally liable. They will not follow a model, and rightly so. Whatever we built could inform them, never decide; and it had to be readable on a wet wing, at arm’s length, by someone who is holding a radio.',
          'Lotsen haften persönlich. Einem Modell folgen sie nicht, und das ist richtig so. Was wir bauten, durfte informieren, nie entscheiden, und musste auf nasser Nock, eine Armlänge entfernt, mit dem Funkgerät in der Hand lesbar sein.',
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('One number per basin', 'Eine Zahl je Becken'),
      body: [
        p(
          'Nine sensors on existing light masts measure how far one sees; each basin shows a single number, rounded down to fifty metres, with the time since it last changed by more than that. No colours for go and no-go: the pilots asked us to leave the judgement with them.',
          'Neun Sensoren an vorhandenen Lichtmasten messen die Sicht; jedes Becken zeigt eine einzige Zahl, auf fünfzig Meter abgerundet, und seit wann sie gilt. Keine Ampelfarben: Die Lotsen baten uns, ihnen das Urteil zu lassen.',
        ),
        beforeAfter(
          'quay-fog',
          'quay-clear',
          [t('06:10'), t('08:15')],
          t(
            'Two hours apart. The old rule would have kept the basin closed until eleven.',
            'Zwei Stunden liegen dazwischen. Nach alter Regel wäre das Becken bis elf Uhr gesperrt geblieben.',
          ),
        ),
        h3('Said, not shown', 'Gesagt, nicht gezeigt'),
        p(
          'The same number is read out on channel 12 every quarter of an hour, by a synthetic voice that a pilot’s daughter tuned until her father stopped complaining.',
          'Dieselbe Zahl wird jede Viertelstunde auf Kanal 12 verlesen, von einer künstlichen Stimme, an der die Tochter eines Lotsen so lange feilte, bis ihr Vater nichts mehr auszusetzen hatte.',
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        p(
          'Eighty-three hours closed instead of 214, in a foggier winter than usual. The roof is now locked; the mark on the warehouse has been repainted out of affection.',
          'Dreiundachtzig Sperrstunden statt 214, in einem nebligeren Winter als sonst. Das Dach ist abgeschlossen; die Marke am Speicher wurde aus Zuneigung neu gestrichen.',
        ),
        testimonial('pilot-captain'),
      ],
    },
    {
      kind: 'reflection',
      body: [
        saying(
          'The best interface of the year has no screen.',
          'Die beste Oberfläche des Jahres hat keinen Bildschirm.',
        ),
        p(
          'We underestimated spiders. Five of nine sensors reported fog on the first warm night in May. A brush on a motor solved it; we should have asked the lamp cleaners in week one.',
          'Wir haben Spinnen unterschätzt. In der ersten warmen Mainacht meldeten fünf von neun Sensoren Nebel. Eine Bürste mit Motor half; die Lampenputzer hätten es uns in der ersten Woche gesagt.',
        ),
      ],
    },
  ],
}
