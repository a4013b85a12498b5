// Ships wait 3.1 hours less for a berth since all planners move the same bars.
import { beforeAfter, by, downloads, metric, ol, p, picture, t, testimonial } from '../../body.ts'
import type { Study } from '../../types.ts'

export const onePlanNineBerths: Study = {
  slug: 'one-plan-nine-berths',
  title: t('One plan for nine berths', 'Ein Plan für neun Liegeplätze'),
  headline: t(
    'Ships wait 3.1 hours less for a berth since all planners move the same bars',
    'Schiffe warten 3,1 Stunden weniger auf den Liegeplatz, seit alle Planer dieselben Balken schieben',
  ),
  formerHeadline: 'A shared board for berth planning',
  summary: t(
    'Five planners kept five spreadsheets. We gave them one board, one rule about who may move a bar, and a tide line nobody can argue with.',
    'Fünf Planer führten fünf Tabellen. Jetzt haben sie ein Brett, eine Regel, wer Balken schieben darf, und eine Tidelinie, mit der niemand verhandelt.',
  ),
  cover: 'berth-monitor',
  client: 'ostrand-port-authority',
  outcomes: [
    {
      label: t('waiting time for a berth', 'Wartezeit auf einen Liegeplatz'),
      value: -44,
      unit: '%',
      before: 7,
      after: 3.9,
      timeframe: t('2023 compared with 2021', '2023 gegenüber 2021'),
      source: t('AIS and harbour log', 'AIS und Hafenlogbuch'),
    },
    {
      label: t('plan changes announced in time', 'rechtzeitig gemeldete Planänderungen'),
      value: 96,
      unit: '%',
      before: 61,
      after: 96,
      timeframe: t('second half of 2023', 'zweites Halbjahr 2023'),
      source: t('Board history', 'Verlauf des Bretts'),
    },
    {
      label: t('telephone calls per shift', 'Telefonate je Schicht'),
      value: 38,
      unit: '',
      before: 140,
      after: 38,
      timeframe: t('November 2023', 'November 2023'),
      source: t('Exchange statistics', 'Statistik der Telefonanlage'),
    },
  ],
  services: ['planning-tools', 'operations-design'],
  industries: ['navigation', 'container-terminal'],
  technologies: ['websockets', 'postgresql', 'ais'],
  year: 2023,
  timeframe: t('January 2022 – December 2023', 'Januar 2022 – Dezember 2023'),
  credits: [
    by('hanneke-dreyer', 'Planning model', 'Planungsmodell'),
    by('liv-sundqvist', 'Interface design', 'Interface-Design'),
    by('mateus-ferro', 'Real-time engineering', 'Echtzeitentwicklung'),
    by('ines-valbrandt', 'Direction', 'Leitung'),
  ],
  testimonials: ['berth-planner'],
  featured: true,
  published: '2024-02-08',
  chapters: [
    {
      kind: 'challenge',
      title: t('Five truths before breakfast', 'Fünf Wahrheiten vor dem Frühstück'),
      body: [
        p(
          'At six in the morning there were five plans: the port authority’s, two terminals’, the pilots’ and the tugs’. Each was right about something. A ship that arrived early appeared in three of them, and the other two found out from its horn.',
          'Um sechs Uhr früh gab es fünf Pläne: den der Hafenbehörde, die zweier Terminals, den der Lotsen und den der Schlepper. Jeder hatte irgendwo recht. Ein zu früh eintreffendes Schiff stand in dreien davon, die beiden anderen erfuhren es von seinem Horn.',
        ),
        picture(
          'ship-above',
          t(
            'Inbound at eleven knots, and in two plans out of five.',
            'Einlaufend mit elf Knoten und in zwei von fünf Plänen.',
          ),
        ),
      ],
    },
    {
      kind: 'constraint',
      title: t('Nobody gives up a spreadsheet', 'Niemand gibt seine Tabelle auf'),
      body: [
        p(
          'Planners trusted their own sheet because they had built it. Any board that was slower, less dense or missing a single column would lose. And it had to work when the network did not, which on quay 2 is every second storm.',
          'Planer vertrauten ihrer Tabelle, weil sie sie selbst gebaut hatten. Ein Brett, das langsamer, luftiger oder um eine Spalte ärmer ist, verliert. Und es musste ohne Netz laufen, also am Kai 2 bei jedem zweiten Sturm.',
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('A bar, a reason, a name', 'Ein Balken, ein Grund, ein Name'),
      body: [
        p(
          'The board has one row per berth and one bar per ship. Whoever moves a bar gives a reason in one line, and the bar keeps it. That was all. The rules that people signed are shorter than this chapter.',
          'Das Brett hat eine Zeile je Liegeplatz und einen Balken je Schiff. Wer einen Balken schiebt, nennt in einer Zeile den Grund, und der Balken behält ihn. Mehr nicht. Die unterschriebenen Regeln sind kürzer als dieses Kapitel.',
        ),
        beforeAfter(
          'board-before',
          'board-after',
          [t('One of five sheets', 'Eine von fünf Tabellen'), t('The board', 'Das Brett')],
          t('Same Tuesday, same ships.', 'Derselbe Dienstag, dieselben Schiffe.'),
        ),
        ol(
          [
            'Everyone sees everyone’s cursor: people stopped phoning to ask “are you in there?”.',
            'A conflict is drawn, not prevented. Planners solve it by talking, with both bars in sight.',
            'The tide is a line across all berths. It moves; the bars must.',
          ],
          [
            'Alle sehen alle Zeiger: Niemand ruft mehr an, um zu fragen: „Bist du da drin?“',
            'Ein Konflikt wird gezeichnet, nicht verhindert. Gelöst wird er im Gespräch, mit beiden Balken vor Augen.',
            'Die Tide ist eine Linie über alle Liegeplätze. Sie bewegt sich, also müssen es die Balken.',
          ],
        ),
        downloads([
          'berth-rules',
          t('The seven berth rules (PDF)', 'Die sieben Liegeplatzregeln (PDF)'),
        ]),
      ],
    },
    {
      kind: 'outcome',
      title: t('Three hours and a quieter room', 'Drei Stunden und ein ruhigerer Raum'),
      body: [
        metric({
          label: t('waiting time for a berth', 'Wartezeit auf den Liegeplatz'),
          value: 3.9,
          unit: 'h',
          before: 7,
          after: 3.9,
          timeframe: t('yearly mean', 'Jahresmittel'),
          source: t('AIS and harbour log', 'AIS und Hafenlogbuch'),
        }),
        p(
          'Mean waiting time fell from seven hours to 3.9. Two lines changed their schedules to arrive at high water, because for the first time they could see it meant something.',
          'Die mittlere Wartezeit fiel von sieben auf 3,9 Stunden. Zwei Reedereien legten ihre Fahrpläne auf das Hochwasser, weil zum ersten Mal sichtbar war, dass es sich lohnt.',
        ),
        testimonial('berth-planner'),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'We built an optimiser first. It was correct and nobody used it. The board has no optimiser; it has people who can finally see the same thing. We took the optimiser’s best idea, the tide line, and threw away the rest.',
          'Zuerst bauten wir einen Optimierer. Er war richtig, und niemand benutzte ihn. Das Brett hat keinen, es hat Menschen, die endlich dasselbe sehen. Von ihm blieb die beste Idee, die Tidelinie; der Rest ist gelöscht.',
        ),
      ],
    },
  ],
}
