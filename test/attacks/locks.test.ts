// Document locks: made, moved and kept by those who may change the document, seen by its readers.
import { describeLocks } from '../support/locks.ts'

describeLocks({ isWithoutSecondWall: false })
