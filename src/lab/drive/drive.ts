/** placeholder */
import type { LabAnswer, LabRequest } from '../request.js';
import type { Member } from '../store.js';
import type { World } from '../world.js';

export function onDrive(_world: World, _request: LabRequest): LabAnswer | undefined {
  return undefined;
}
export function driveItemOf(_world: World, _request: LabRequest): Member | undefined {
  return undefined;
}
