import * as migration_20261123_135955_initial from './20261123_135955_initial';

export const migrations = [
  {
    up: migration_20261123_135955_initial.up,
    down: migration_20261123_135955_initial.down,
    name: '20261123_135955_initial'
  },
];
