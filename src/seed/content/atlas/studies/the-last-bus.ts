// 94 percent of a rural county now reach a doctor in 45 minutes without a car; it was 58.
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
  metric,
  p,
  quote,
  t,
  testimonial,
  timeline,
  video,
} from '../../body.ts'
import type { Study } from '../../types.ts'

export const theLastBus: Study = {
  slug: 'the-last-bus',
  title: t('The last bus', 'Der letzte Bus'),
  headline: t(
    '94 percent of a rural county now reach a doctor in 45 minutes without a car; it was 58',
    '94 Prozent eines Landkreises erreichen ohne Auto in 45 Minuten einen Arzt; es waren 58',
  ),
  formerHeadline: 'Better access to doctors by bus',
  summary: t(
    'The county was about to widen a road. An access map showed that two buses and a different Tuesday would do more, for a twelfth of the money.',
    'Der Kreis wollte eine Straße verbreitern. Eine Erreichbarkeitskarte zeigte: Zwei Busse und ein anderer Dienstag bewirken mehr, für ein Zwölftel des Geldes.',
  ),
  cover: 'city-rings',
  client: 'county-wehrda',
  outcomes: [
    {
      label: t(
        'residents within 45 minutes of a doctor, without a car',
        'Einwohner ohne Auto in 45 Minuten beim Arzt',
      ),
      value: 94,
      unit: '%',
      before: 58,
      after: 94,
      timeframe: t('timetable 2026 compared with 2024', 'Fahrplan 2026 gegenüber 2024'),
      source: t('Own access analysis, register of residents', 'eigene Analyse, Melderegister'),
    },
    {
      label: t('passengers per day', 'Fahrgäste je Tag'),
      value: 39,
      unit: '%',
      before: 3100,
      after: 4310,
      timeframe: t('March 2026 compared with March 2024', 'März 2026 gegenüber März 2024'),
      source: t('Automatic counters', 'automatische Zählung'),
    },
    {
      label: t('cost against the road project', 'Kosten gegenüber dem Straßenbau'),
      value: -92,
      unit: '%',
      before: 14.6,
      after: 1.2,
      timeframe: t('€ m, ten years', 'Mio. €, zehn Jahre'),
      source: t('County budget', 'Kreishaushalt'),
    },
    {
      label: t('villages without a connection after 18:00', 'Dörfer ohne Anschluss nach 18 Uhr'),
      value: 3,
      before: 22,
      after: 3,
      timeframe: t('timetable 2026', 'Fahrplan 2026'),
      source: t('GTFS feed', 'GTFS-Daten'),
    },
  ],
  services: ['access-analysis', 'network-planning'],
  industries: ['public-transport', 'municipalities'],
  technologies: ['postgis', 'gtfs', 'python'],
  year: 2025,
  timeframe: t('April 2024 – December 2025', 'April 2024 – Dezember 2025'),
  credits: [
    by('idris-kamara', 'Planning', 'Planung'),
    by('rafael-moreno', 'Statistics', 'Statistik'),
    by('svea-holmgren', 'Data', 'Daten'),
    by('wanda-reiss', 'Cartography', 'Kartografie'),
    guest('Citizens’ panel Wehrda', '34 residents', '34 Einwohner'),
  ],
  testimonials: ['county-head'],
  related: ['kerbs', 'lines'],
  featured: true,
  published: '2026-02-03',
  chapters: [
    {
      kind: 'challenge',
      title: t('A road for 14.6 million', 'Eine Straße für 14,6 Millionen'),
      body: [
        p(
          'The county road was full at half past seven. Widening it had been in the plan since 1998. Then a general practice closed, and the question changed from how fast one drives to who cannot drive at all.',
          'Die Kreisstraße war um halb acht voll. Ihr Ausbau stand seit 1998 im Plan. Dann schloss eine Arztpraxis, und aus der Frage, wie schnell man fährt, wurde die, wer gar nicht fahren kann.',
        ),
        metric({
          label: t('residents within 45 minutes of a doctor', 'Einwohner in 45 Minuten beim Arzt'),
          value: 58,
          unit: '%',
          timeframe: t('2024, without a car', '2024, ohne Auto'),
          source: t('Own analysis', 'eigene Analyse'),
        }),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'No new drivers to be had: whatever the plan, it must work with 41 people at the wheel. And the school runs are untouchable.',
          'Neue Fahrer gibt es nicht: Jeder Plan muss mit 41 Menschen am Steuer auskommen. Und der Schülerverkehr ist unantastbar.',
        ),
        compare(
          [t('Widen the road', 'Straße ausbauen'), t('Change the buses', 'Busse ändern')],
          [t('Cost', 'Kosten'), '€ 14.6 m', '€ 1.2 m'],
          [t('Ready', 'Fertig'), '2031', '2025'],
          [
            t('Reach without a car', 'Erreichbarkeit ohne Auto'),
            t('+0 points', '+0 Punkte'),
            t('+36 points', '+36 Punkte'),
          ],
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('Count the ones who are not there', 'Die zählen, die nicht da sind'),
      body: [
        p(
          'Counting passengers finds those for whom the bus already works. We counted appointments instead: 11,400 of them, made anonymous by the surgeries, each with a village and an hour. Forty percent lay after the last bus.',
          'Wer Fahrgäste zählt, findet jene, für die der Bus schon passt. Wir zählten stattdessen Termine: 11 400, von den Praxen anonymisiert, je mit Dorf und Stunde. Vierzig Prozent lagen nach dem letzten Bus.',
        ),
        beforeAfter(
          'city-bare',
          'city-rings-after',
          [
            t('The plan everyone knew', 'Der bekannte Plan'),
            t('Minutes to the surgery', 'Minuten bis zur Praxis'),
          ],
          t(
            'The same town. The rings are 15, 30, 45 and 60 minutes.',
            'Dieselbe Stadt. Die Ringe zeigen 15, 30, 45 und 60 Minuten.',
          ),
        ),
        code(
          'sql',
          'reach.sql',
          'select village, percentile_cont(0.5) within group (order by minutes) as median\nfrom trips_to_doctor\nwhere arrival between opening and closing\ngroup by village\nhaving percentile_cont(0.5) within group (order by minutes) > 45;',
          t('Twenty-two villages, in one query.', 'Zweiundzwanzig Dörfer in einer Abfrage.'),
        ),
        gallery(
          'justified',
          ['city-stops', t('The nine lines, before', 'Die neun Linien, vorher')],
          ['count-laptop', t('The counters’ page', 'Die Seite der Zählgeräte')],
          [
            'contours-plain',
            t('Hills explain two of the detours', 'Berge erklären zwei der Umwege'),
          ],
        ),
        timeline(
          [
            t('April 2024', 'April 2024'),
            t('11,400 appointments', '11 400 Termine'),
            t('Eight surgeries take part.', 'Acht Praxen machen mit.'),
          ],
          [
            t('October 2024', 'Oktober 2024'),
            t('The council votes', 'Der Kreistag stimmt ab'),
            t('31 to 9, after ten minutes.', '31 zu 9, nach zehn Minuten.'),
          ],
          [
            t('December 2025', 'Dezember 2025'),
            t('New timetable', 'Neuer Fahrplan'),
            t(
              'Surgery hours move by half an hour on Tuesdays.',
              'Dienstags verschieben sich die Sprechstunden um eine halbe Stunde.',
            ),
          ],
        ),
        embed(
          'https://www.openstreetmap.org/export/embed.html?bbox=9.3%2C51.2%2C9.7%2C51.4&layer=mapnik',
          t('The county on the map', 'Der Landkreis auf der Karte'),
          '16:9',
        ),
      ],
    },
    {
      kind: 'outcome',
      title: t('Thirty-six points', 'Sechsunddreißig Punkte'),
      body: [
        p(
          'Reach rose from 58 to 94 percent. Passenger numbers followed, which was not the aim but pays for the second bus.',
          'Die Erreichbarkeit stieg von 58 auf 94 Prozent. Die Fahrgastzahlen folgten; das war nicht das Ziel, bezahlt aber den zweiten Bus.',
        ),
        testimonial('county-head'),
        video(
          'https://vimeo.com/76979871',
          'city-night',
          t('One day of buses in forty seconds.', 'Ein Bustag in vierzig Sekunden.'),
        ),
        downloads(
          ['access-method', t('Method (PDF)', 'Methode (PDF)')],
          ['walk-captions', t('Captions (VTT)', 'Untertitel (VTT)')],
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'The Tuesday was the surgeries’ idea. We had modelled buses for weeks; they moved a door by thirty minutes.',
          'Der Dienstag war die Idee der Praxen. Wochenlang hatten wir Busse gerechnet; sie verschoben eine Tür um dreißig Minuten.',
        ),
        quote(
          t(
            'The cheapest vehicle is an opening hour.',
            'Das billigste Fahrzeug ist eine Öffnungszeit.',
          ),
          'Idris Kamara',
          t('Transport planner', 'Verkehrsplaner'),
        ),
        callToAction(
          t('A decision is waiting?', 'Eine Entscheidung steht an?'),
          t(
            'We say within a week whether a map would help.',
            'Binnen einer Woche sagen wir, ob eine Karte hilft.',
          ),
          t('Tell us about it', 'Erzählen Sie davon'),
          { url: '/contact' },
        ),
      ],
    },
  ],
}
