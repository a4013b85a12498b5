'use client'
// What is to be said about a file at a glance: in words, the colour only underlines.
import { useWords } from '../words/useWords.ts'
import { badgesOf, type MediaDoc } from './mediaDoc.ts'

export const Badges = ({ doc }: { doc: MediaDoc }) => {
  const { say } = useWords()
  return (
    <ul className="media-badges">
      {badgesOf(doc).map((badge) => (
        <li className="media-badge" data-kind={badge} key={badge}>
          {say(`badges:${badge}`)}
        </li>
      ))}
    </ul>
  )
}
