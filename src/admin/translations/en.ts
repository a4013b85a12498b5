// Every sentence of Vitrine's own admin views, in English. A new language is a copy of this file.

export const vitrineEn = {
  dashboardTitle: 'What waits for you',
} as const
