// A savings bank answers in one letter what took four.
import { beforeAfter, by, p, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const lettersFromABank: Study = {
  slug: 'letters-from-a-bank',
  title: t('Letters from a bank', 'Briefe einer Bank'),
  headline: t(
    'A savings bank answers in one letter what took four',
    'Eine Sparkasse beantwortet mit einem Brief, wofür es vier brauchte',
  ),
  summary: t(
    'A bank we may not name counted the letters that caused a telephone call. We rewrote the worst forty.',
    'Eine Bank, die wir nicht nennen, zählte Briefe, die einen Anruf auslösten. Die schlimmsten vierzig schrieben wir neu.',
  ),
  cover: 'energy-laptop',
  client: 'nordic-bank',
  anonymousLabel: t('A savings bank', 'Eine Sparkasse'),
  outcomes: [
    {
      label: t('calls caused by a letter', 'durch Briefe ausgelöste Anrufe'),
      value: -66,
      unit: '%',
      before: 9100,
      after: 3100,
      timeframe: t('per month, 2026', 'je Monat, 2026'),
      source: t('Client', 'Auftraggeber'),
    },
  ],
  services: ['service-design'],
  industries: ['finance'],
  technologies: ['webauthn'],
  year: 2026,
  timeframe: t('2026'),
  credits: [by('zahra-mirzaei', 'Lead'), by('astrid-falkenberg', 'Direction')],
  published: '2026-08-25',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'The letters were correct. That was all they were.',
          'Die Briefe waren richtig. Mehr nicht.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'Each letter now says in its first line what to do, or that there is nothing to do.',
          'Jeder Brief sagt in der ersten Zeile, was zu tun ist oder dass nichts zu tun ist.',
        ),
        beforeAfter(
          'before',
          'after',
          [t('What clerks saw'), t('What they see')],
          t('Invented data.'),
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        p(
          'Six thousand calls a month fewer, and one fewer template: the apology.',
          'Sechstausend Anrufe weniger im Monat und eine Vorlage weniger: die Entschuldigung.',
        ),
      ],
    },
  ],
}
