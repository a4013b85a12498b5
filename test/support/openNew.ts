import type { Page } from 'playwright-core'

/** Opens the form of something new; what is stored while it is typed begins with its title. */
export const openNew = async (page: Page, collection: string, title = 'New'): Promise<void> => {
  await page.goto(`/admin/collections/${collection}/create`)
  if (collection === 'case-studies' || collection === 'pages') {
    await page.getByLabel('Title').fill(title)
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.waitForURL(/\/[0-9a-f-]{36}/)
  }
}
