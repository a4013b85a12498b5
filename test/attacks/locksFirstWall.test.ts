// The same promises with a database that is open to everybody: the first wall alone keeps them.
import { describeLocks } from '../support/locks.ts'

describeLocks({ isWithoutSecondWall: true })
