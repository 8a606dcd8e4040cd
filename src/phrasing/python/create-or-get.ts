/** Helpers that hand on what is there already. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** Databases and containers: the handle of the one that is there, once it is seen to be. */
export function createOrOpen(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const { type } = w.error;
  return {
    name: 'create_or_open',
    imports: w.imports(w.pausing),
    source: (name) => `${w.head(name, 'create', 'there')}
  """Creates; where it is there already, hands that one on. Its settings may differ from the ones given."""
  try:
    return ${w.run('create')}
  except ${type} as error:
    if ${w.isNone('error')}:
      raise
    for attempt in (1, 2):
      try:
        ${w.wait('there.read()')}
        return there
      except ${type} as missing:
        # Not visible yet, or deleted in the meantime.
        if ${w.hasNot('missing', 404)}:
          raise
        ${w.pause(0.5)}
    raise`,
  };
}

/** An item, by id and the partition key that the container's definition tells. */
export function getItem(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const { type } = w.error;
  const sleep = w.waits ? 'await asyncio.sleep(0.2)' : 'time.sleep(0.2)';
  return {
    name: 'create_or_get_item',
    imports: w.imports({ [w.waits ? 'asyncio' : 'time']: [] }),
    source: (name) => `${w.head(name, 'create', 'container', 'item')}
  """Creates an item; where its id is taken, reads the one that is there. Its values may differ from the ones given."""
  try:
    return ${w.waits ? 'await ' : ''}create(item)
  except ${type} as error:
    if ${w.isNone('error')}:
      raise
    definition = ${w.wait('container.read()')}
    keys = []
    for path in definition["partitionKey"]["paths"]:
      value = item
      for part in path.strip("/").split("/"):
        value = value.get(part) if isinstance(value, dict) else None
      keys.append(value)
    for attempt in (1, 2):
      try:
        return ${w.wait('container.read_item(item["id"], partition_key=keys[0] if len(keys) == 1 else keys)')}
      except ${type} as missing:
        # Not visible yet, or deleted in the meantime.
        if ${w.hasStatus('missing', 404).replace(' == ', ' != ')}:
          raise
        ${sleep}
    # Taken and not to be read: a unique key of another item, or deleted in the meantime.
    raise error`,
  };
}

/** Nothing to read: the call hands out nothing that is used. */
export function goOnWhereThere(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const { type } = w.error;
  return {
    name: 'unless_there',
    imports: w.imports(),
    source: (name) => `${w.head(name, 'call')}
  """Makes the call; where the service says that it is so already, that is as good."""
  try:
    ${w.run('call')}
  except ${type} as error:
    if ${w.isNone('error')}:
      raise`,
  };
}
