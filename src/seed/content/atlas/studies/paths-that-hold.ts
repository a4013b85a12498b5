// Rescue calls on 600 kilometres of mountain path fell from 74 to 41 a season.
import { by, compare, guest, p, picture, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const pathsThatHold: Study = {
  slug: 'paths-that-hold',
  title: t('Paths that hold', 'Wege, die halten'),
  headline: t(
    'Rescue calls on 600 kilometres of mountain path fell from 74 to 41 a season',
    'Rettungseinsätze auf 600 Kilometern Bergweg sanken von 74 auf 41 je Saison',
  ),
  summary: t(
    'A relief map that shows effort instead of height, drawn for people who overestimate themselves.',
    'Eine Reliefkarte, die Mühe statt Höhe zeigt, gezeichnet für Menschen, die sich überschätzen.',
  ),
  cover: 'relief',
  client: 'alpine-club-sola',
  outcomes: [
    {
      label: t('rescue calls per season', 'Rettungseinsätze je Saison'),
      value: -45,
      unit: '%',
      before: 74,
      after: 41,
      timeframe: t(
        'summer 2025 compared with the mean of 2021–2023',
        'Sommer 2025 gegenüber dem Mittel 2021–2023',
      ),
      source: t('Mountain rescue', 'Bergrettung'),
    },
  ],
  services: ['cartography'],
  industries: ['outdoors'],
  technologies: ['geojson', 'openstreetmap'],
  year: 2025,
  timeframe: t('Winter 2023 – spring 2025', 'Winter 2023 – Frühjahr 2025'),
  credits: [
    by('wanda-reiss', 'Cartography', 'Kartografie'),
    guest('Hut wardens of the Sola', 'Walking times', 'Gehzeiten'),
  ],
  published: '2025-10-08',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Signposts give hours for a walker who no longer exists: fit, early, in company.',
          'Wegweiser nennen Stunden für einen Wanderer, den es nicht mehr gibt: fit, früh, in Begleitung.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'A hut has no network and one wall. The map had to be paper.',
          'Eine Hütte hat kein Netz und eine Wand. Die Karte musste aus Papier sein.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'Colour shows effort per kilometre from 41,000 recorded walks, downhill included. The route is widest where people turned back.',
          'Farbe zeigt Mühe je Kilometer aus 41 000 aufgezeichneten Touren, bergab inbegriffen. Am breitesten ist der Weg dort, wo Menschen umkehrten.',
        ),
        picture(
          'relief-mint',
          t('The wall map of the upper hut', 'Die Wandkarte der oberen Hütte'),
        ),
        compare(
          [t('Height map', 'Höhenkarte'), t('Effort map', 'Mühekarte')],
          [t('Shows', 'Zeigt'), t('metres', 'Meter'), t('minutes of breath', 'Minuten Atem')],
          [t('Downhill', 'Bergab'), t('looks easy', 'sieht leicht aus'), t('is red', 'ist rot')],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        p(
          'Forty-one calls instead of 74, in a season with more walkers. Wardens say that people now ask at breakfast, not at noon.',
          'Einundvierzig Einsätze statt 74, in einer Saison mit mehr Gästen. Die Hüttenleute sagen: Gefragt wird jetzt beim Frühstück, nicht am Mittag.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'We do not know how much of it was the weather. The next two summers will tell, and we will write it here.',
          'Wie viel das Wetter beitrug, wissen wir nicht. Die nächsten zwei Sommer werden es zeigen, und wir schreiben es hierher.',
        ),
      ],
    },
  ],
}
