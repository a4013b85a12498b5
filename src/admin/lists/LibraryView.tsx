'use client'
// The list of files, without the ID among what it offers.
import type { ListViewClientProps } from 'payload'
import { Library } from '../../../plugins/media/exports/library.ts'
import { ListView } from './ListView.tsx'

export const LibraryView = (props: ListViewClientProps) => <ListView {...props} List={Library} />
