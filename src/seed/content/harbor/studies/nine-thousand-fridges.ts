// The reefer crew gets 3 alarms a night instead of 400, and all of them are real.
import {
  beforeAfter,
  by,
  callToAction,
  gallery,
  guest,
  metric,
  p,
  t,
  testimonial,
} from '../../body.ts'
import type { Study } from '../../types.ts'

export const nineThousandFridges: Study = {
  slug: 'nine-thousand-fridges',
  title: t(
    'Nine thousand refrigerators, four hundred alarms a night, and the long way to the three that mattered',
    'Neuntausend Kühlschränke, vierhundert Alarme je Nacht und der lange Weg zu den dreien, auf die es ankam',
  ),
  headline: t(
    'The reefer crew gets 3 alarms a night instead of 400, and all of them are real',
    'Die Kühlcontainerschicht bekommt 3 statt 400 Alarme je Nacht, und alle sind echt',
  ),
  summary: t(
    'Alarms told the crew about thresholds. Now they tell about cargo: what is inside, how long it has left, and who can still do something.',
    'Alarme meldeten Schwellenwerte. Jetzt melden sie Ladung: was drin ist, wie lange es noch hält und wer noch etwas tun kann.',
  ),
  cover: 'yard-night',
  client: 'polar-cold-store',
  outcomes: [
    {
      label: t('alarms per night', 'Alarme je Nacht'),
      value: 3,
      before: 400,
      after: 3,
      timeframe: t('mean of 90 nights, 2026', 'Mittel aus 90 Nächten, 2026'),
      source: t('Reefer control room', 'Leitstand Kühlcontainer'),
    },
    {
      label: t('cargo claims', 'Ladungsschäden'),
      value: -83,
      unit: '%',
      before: 29,
      after: 5,
      timeframe: t('first half of 2026 compared with 2024', 'erstes Halbjahr 2026 gegenüber 2024'),
      source: t('Insurer', 'Versicherer'),
    },
    {
      label: t('energy per container and day', 'Energie je Container und Tag'),
      value: -14,
      unit: '%',
      before: 78,
      after: 67,
      timeframe: t('summer 2026', 'Sommer 2026'),
      source: t('Grid metering', 'Netzmessung'),
    },
  ],
  services: ['real-time-data', 'operations-design', 'mobile-apps'],
  industries: ['cold-chain', 'container-terminal'],
  technologies: ['mqtt', 'postgresql', 'websockets'],
  year: 2026,
  timeframe: t('January 2025 – June 2026', 'Januar 2025 – Juni 2026'),
  credits: [
    by('ines-valbrandt', 'Direction', 'Leitung'),
    by('tarek-osei', 'Product lead', 'Produktleitung'),
    by('liv-sundqvist', 'Interface design', 'Interface-Design'),
    by('mateus-ferro', 'Engineering lead', 'Technische Leitung'),
    by('hanneke-dreyer', 'Cargo model', 'Ladungsmodell'),
    by('samir-haddad', 'Shift liaison', 'Schichtverbindung'),
    guest('Dr. Emre Kayalar', 'Quality and pharma', 'Qualität und Pharma'),
    guest('Wiebke Thomsen', 'Night crew', 'Nachtschicht'),
    guest('Ole Brandis', 'Night crew', 'Nachtschicht'),
    guest('Fatou Diarra', 'Night crew', 'Nachtschicht'),
    guest('Nils Åkerlind', 'Day crew', 'Tagschicht'),
    guest('Petra Ivanova', 'Day crew', 'Tagschicht'),
    guest('Kofi Mensah-Roth', 'Electrical workshop', 'Elektrowerkstatt'),
    guest('Ruth Ebeling', 'Electrical workshop', 'Elektrowerkstatt'),
    guest('Anselm Vogt', 'Grid operator', 'Netzbetrieb'),
    guest('Yara Castellanos', 'Data protection', 'Datenschutz'),
    guest('Lorenz Pape', 'Works council', 'Betriebsrat'),
    guest('Mirela Stan', 'Translation', 'Übersetzung'),
    guest('Jonas Falk', 'Field tests', 'Feldversuche'),
    guest('Tomasz Zieliński', 'Welding, brackets, humour', 'Schweißen, Halterungen, Humor'),
  ],
  testimonials: ['cold-store'],
  featured: true,
  published: '2026-09-10',
  chapters: [
    {
      kind: 'challenge',
      title: t('The boy who cried frost', 'Der Junge, der Frost rief'),
      body: [
        p(
          'A refrigerated container reports when it is half a degree too warm. On a summer night with nine thousand of them, that is four hundred messages. The crew had learned to ignore all of them and to trust their hands: whoever walks past a warm door feels it.',
          'Ein Kühlcontainer meldet sich, wenn er ein halbes Grad zu warm ist. Bei neuntausend Stück macht das in einer Sommernacht vierhundert Meldungen. Die Schicht hatte gelernt, alle zu übergehen und den Händen zu trauen: Wer an einer warmen Tür vorbeigeht, spürt es.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'Insurers require that each threshold be recorded. Nothing could be switched off, only answered differently.',
          'Versicherer verlangen, dass jeder Schwellenwert protokolliert wird. Abschalten ging nicht, nur anders antworten.',
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('Hours left', 'Reststunden'),
      body: [
        p(
          'Bananas forgive half a degree for three days, vaccines for forty minutes. The control room now shows how many hours the cargo has left, not how warm it is. Only what cannot wait until the next round becomes an alarm.',
          'Bananen verzeihen ein halbes Grad drei Tage lang, Impfstoffe vierzig Minuten. Der Leitstand zeigt jetzt, wie viele Stunden der Ladung bleiben, nicht wie warm sie ist. Zum Alarm wird nur, was die nächste Runde nicht abwarten kann.',
        ),
        gallery(
          'justified',
          [
            'reefer-laptop',
            t(
              'Three figures for nine thousand containers',
              'Drei Zahlen für neuntausend Container',
            ),
          ],
          [
            'yard-dusk',
            t(
              'The hour at which the sun leaves and the compressors start',
              'Die Stunde, in der die Sonne geht und die Kompressoren anlaufen',
            ),
          ],
        ),
        beforeAfter(
          'board-before',
          'reefer-laptop',
          [t('Everything', 'Alles'), t('What cannot wait', 'Was nicht warten kann')],
          t('The same night, 14 July.', 'Dieselbe Nacht, 14. Juli.'),
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        metric(
          {
            label: t('alarms per night', 'Alarme je Nacht'),
            value: 3,
            before: 400,
            after: 3,
            timeframe: t('90 nights', '90 Nächte'),
            source: t('Control room', 'Leitstand'),
          },
          {
            label: t('cargo claims per half-year', 'Ladungsschäden je Halbjahr'),
            value: 5,
            before: 29,
            after: 5,
            source: t('Insurer', 'Versicherer'),
          },
        ),
        testimonial('cold-store'),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'Twenty people are credited here because twenty people were needed; the model is the smallest part of it.',
          'Hier stehen zwanzig Namen, weil es zwanzig brauchte; das Modell ist der kleinste Teil.',
        ),
        callToAction(
          t('Do your alarms cry frost?', 'Rufen Ihre Alarme Frost?'),
          t(
            'We exchange methods with other terminals, free of charge and with coffee.',
            'Wir tauschen Methoden mit anderen Terminals, kostenlos und mit Kaffee.',
          ),
          t('How we measure', 'Wie wir messen'),
          { page: 'measuring' },
        ),
      ],
    },
  ],
}
