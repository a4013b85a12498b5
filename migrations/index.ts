import * as migration_20261123_135955_initial from './20261123_135955_initial';
import * as migration_20261123_164425_roles_invitations_domains from './20261123_164425_roles_invitations_domains';
import * as migration_20261123_170232_internal_notes from './20261123_170232_internal_notes';
import * as migration_20261123_182535_walls from './20261123_182535_walls';
import * as migration_20261125_081949_files from './20261125_081949_files';
import * as migration_20261125_090452_files from './20261125_090452_files';
import * as migration_20261127_021115_identity from './20261127_021115_identity';
import * as migration_20261127_025240_reviewed_records from './20261127_025240_reviewed_records';
import * as migration_20261127_030521_identity_review_redirects from './20261127_030521_identity_review_redirects';
import * as migration_20261127_070727_job_leases from './20261127_070727_job_leases';
import * as migration_20261127_071231_schedules_by_publishers from './20261127_071231_schedules_by_publishers';
import * as migration_20261127_090549_files_that_are_shown from './20261127_090549_files_that_are_shown';
import * as migration_20261127_105652_versions_of_members from './20261127_105652_versions_of_members';
import * as migration_20261127_152329_sessions_and_owners from './20261127_152329_sessions_and_owners';
import * as migration_20261127_230157_import_sources from './20261127_230157_import_sources';
import * as migration_20261127_234314_former_slugs from './20261127_234314_former_slugs';
import * as migration_20261127_234335_words_collation_invitations from './20261127_234335_words_collation_invitations';
import * as migration_20261128_042111_words_of_blocks from './20261128_042111_words_of_blocks';
import * as migration_20261128_124655_japanese from './20261128_124655_japanese';
import * as migration_20261128_161000_read_internal from './20261128_161000_read_internal';

export const migrations = [
  {
    up: migration_20261123_135955_initial.up,
    name: '20261123_135955_initial',
  },
  {
    up: migration_20261123_164425_roles_invitations_domains.up,
    name: '20261123_164425_roles_invitations_domains',
  },
  {
    up: migration_20261123_170232_internal_notes.up,
    name: '20261123_170232_internal_notes',
  },
  {
    up: migration_20261123_182535_walls.up,
    name: '20261123_182535_walls',
  },
  {
    up: migration_20261125_081949_files.up,
    name: '20261125_081949_files',
  },
  {
    up: migration_20261125_090452_files.up,
    name: '20261125_090452_files',
  },
  {
    up: migration_20261127_021115_identity.up,
    name: '20261127_021115_identity',
  },
  {
    up: migration_20261127_025240_reviewed_records.up,
    name: '20261127_025240_reviewed_records',
  },
  {
    up: migration_20261127_030521_identity_review_redirects.up,
    name: '20261127_030521_identity_review_redirects',
  },
  {
    up: migration_20261127_070727_job_leases.up,
    name: '20261127_070727_job_leases',
  },
  {
    up: migration_20261127_071231_schedules_by_publishers.up,
    name: '20261127_071231_schedules_by_publishers',
  },
  {
    up: migration_20261127_090549_files_that_are_shown.up,
    name: '20261127_090549_files_that_are_shown',
  },
  {
    up: migration_20261127_105652_versions_of_members.up,
    name: '20261127_105652_versions_of_members',
  },
  {
    up: migration_20261127_152329_sessions_and_owners.up,
    name: '20261127_152329_sessions_and_owners',
  },
  {
    up: migration_20261127_230157_import_sources.up,
    name: '20261127_230157_import_sources',
  },
  {
    up: migration_20261127_234314_former_slugs.up,
    name: '20261127_234314_former_slugs',
  },
  {
    up: migration_20261127_234335_words_collation_invitations.up,
    name: '20261127_234335_words_collation_invitations',
  },
  {
    up: migration_20261128_042111_words_of_blocks.up,
    name: '20261128_042111_words_of_blocks',
  },
  {
    up: migration_20261128_124655_japanese.up,
    name: '20261128_124655_japanese',
  },
  {
    up: migration_20261128_161000_read_internal.up,
    name: '20261128_161000_read_internal'
  },
];
