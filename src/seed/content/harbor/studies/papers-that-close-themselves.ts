// Four of five customs files of a deep-sea carrier now close without a human.
import { by, p, picture, t, ul } from '../../body.ts'
import type { Study } from '../../types.ts'

export const papersThatCloseThemselves: Study = {
  slug: 'papers-that-close-themselves',
  title: t('Papers that close themselves', 'Akten, die sich selbst schließen'),
  headline: t(
    'Four of five customs files of a deep-sea carrier now close without a human',
    'Vier von fünf Zollakten einer Überseereederei schließen sich ohne Menschenhand',
  ),
  summary: t(
    'A carrier that we may not name had 130 people chasing the last missing document. Most of the documents were already in the port.',
    'Bei einer Reederei, die wir nicht nennen dürfen, jagten 130 Menschen dem letzten fehlenden Dokument nach. Die meisten lagen längst im Hafen.',
  ),
  cover: 'ship-night',
  client: 'atlantic-carrier',
  anonymousLabel: t('A deep-sea carrier', 'Eine Überseereederei'),
  outcomes: [
    {
      label: t(
        'customs files closed without manual work',
        'ohne Handarbeit geschlossene Zollakten',
      ),
      value: 81,
      unit: '%',
      before: 23,
      after: 81,
      timeframe: t('third quarter of 2025', 'drittes Quartal 2025'),
      source: t('Carrier’s case system', 'Vorgangssystem der Reederei'),
    },
    {
      label: t('days until a file is closed', 'Tage bis zum Abschluss einer Akte'),
      value: 2.5,
      unit: 'd',
      before: 11,
      after: 2.5,
      timeframe: t('median, third quarter of 2025', 'Median, drittes Quartal 2025'),
      source: t('Carrier’s case system', 'Vorgangssystem der Reederei'),
    },
  ],
  services: ['operations-design', 'real-time-data'],
  industries: ['container-terminal'],
  technologies: ['edifact', 'typescript'],
  year: 2025,
  timeframe: t('Spring – autumn 2025', 'Frühjahr – Herbst 2025'),
  credits: [
    by('tarek-osei', 'Product lead', 'Produktleitung'),
    by('mateus-ferro', 'Engineering', 'Entwicklung'),
  ],
  testimonials: ['carrier-quote'],
  published: '2025-11-03',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'A file is complete when seven documents agree. Six usually do within a day. The seventh is looked for by telephone, in four time zones.',
          'Eine Akte ist vollständig, wenn sieben Dokumente übereinstimmen. Sechs tun das meist binnen eines Tages. Das siebte wird telefonisch gesucht, in vier Zeitzonen.',
        ),
      ],
    },
    {
      kind: 'constraint',
      title: t('What we may not say', 'Was wir nicht sagen dürfen'),
      body: [
        p(
          'No name, no trade lane, no screen of theirs. What you see here is our own test harbour, with ships that we invented.',
          'Kein Name, kein Fahrtgebiet, kein Bildschirm. Zu sehen ist unser Testhafen mit erfundenen Schiffen.',
        ),
        picture(
          'chart-inner',
          t(
            'The test harbour: no such basin exists.',
            'Der Testhafen: Dieses Becken gibt es nicht.',
          ),
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'We listed for each document who in the port had already seen its contents. For the seventh it was nearly always the weighbridge or the gate. Instead of asking the sender again, the file now asks the port.',
          'Wir haben für jedes Dokument aufgelistet, wer im Hafen seinen Inhalt schon gesehen hat. Beim siebten war es fast immer die Waage oder das Tor. Statt den Absender erneut zu fragen, fragt die Akte jetzt den Hafen.',
        ),
        ul(
          [
            'A file may ask, never guess.',
            'Every answer carries its source.',
            'Two disagreeing sources wake a human.',
          ],
          [
            'Eine Akte darf fragen, nie raten.',
            'Jede Antwort nennt ihre Quelle.',
            'Zwei widersprüchliche Quellen wecken einen Menschen.',
          ],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        p(
          'Eighty-one percent close themselves. The people who chased documents now look at the other nineteen, which are the interesting ones.',
          'Einundachtzig Prozent schließen sich selbst. Wer früher Dokumenten nachjagte, sieht sich heute die übrigen neunzehn an, also die spannenden.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'Confidentiality was good for the design: unable to show the client’s screens, we had to be able to explain the idea in one sentence.',
          'Die Vertraulichkeit tat dem Entwurf gut: Weil wir keine Bildschirme zeigen durften, mussten wir die Idee in einem Satz erklären können.',
        ),
      ],
    },
  ],
}
