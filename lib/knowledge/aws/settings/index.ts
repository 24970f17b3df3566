import type { SettingTable } from '../../setting';
import { computeSettings } from './compute';
import { containerSettings } from './containers';
import { databaseSettings } from './databases';
import { edgeSettings } from './edge';
import { googleSettings } from './google';
import { kubernetesSettings } from './kubernetes';
import { messagingSettings } from './messaging';
import { operationsSettings } from './operations';
import { searchAndCacheSettings } from './search-and-caches';
import { storageSettings } from './storage';

/** All settings that the settings pack asks for; each type stands in one table. */
export const SETTINGS: readonly SettingTable[] = [
  computeSettings,
  containerSettings,
  databaseSettings,
  edgeSettings,
  googleSettings,
  kubernetesSettings,
  messagingSettings,
  operationsSettings,
  searchAndCacheSettings,
  storageSettings,
];
