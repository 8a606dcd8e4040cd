/** What stands inside EF Core for Cosmos DB and the logging extensions. */
import type { Bodies } from './write.js';

const SAVE = 'Saving.Save(this, OnConfiguring, OnModelCreating';

const EFCORE: Readonly<Record<string, string>> = {
  'CosmosModelBuilderExtensions.HasDefaultContainer': 'return State.With(modelBuilder, "Container", name);',
  'DbContext.Add': 'Saving.Track(this, entity); return null;',
  'DbContext.Dispose': '',
  'DbContext.OnConfiguring': '',
  'DbContext.OnModelCreating': '',
  'DbContext.SaveChanges': `return ${SAVE}, CancellationToken.None).GetAwaiter().GetResult();`,
  'DbContext.SaveChangesAsync': `return ${SAVE}, cancellationToken);`,
};

export const efcoreBodies: Bodies = {
  usings: [
    'Microsoft.EntityFrameworkCore',
    'Microsoft.EntityFrameworkCore.ChangeTracking',
    'Microsoft.EntityFrameworkCore.Infrastructure',
    'Microsoft.EntityFrameworkCore.Internal',
  ],
  body(type, { name }, { kind, parameters }) {
    const names = parameters.map((one) => one.name);
    const last = type.name.replace(/<.*/, '').split('.').at(-1) ?? '';
    if (name === 'UseCosmos' && names.includes('databaseName')) {
      const key = names.includes('accountKey') ? 'accountEndpoint, accountKey' : 'connectionString, null';
      return `return Saving.Use(optionsBuilder, ${key}, databaseName);`;
    }
    if (kind !== 'constructor' || !/Exception$/.test(last)) return EFCORE[`${last}.${name}`];
    const given = names.filter((one) => one === 'message' || one === 'innerException');
    return ` : base(${given.join(', ')}) { }`;
  },
};

export const loggingBodies: Bodies = {
  body(type, { name }, { kind, parameters }) {
    if (type.name.endsWith('.EventId')) {
      if (kind === 'constructor') return ' { Id = id; Name = name; }';
      return kind === 'operator' ? 'return new EventId(i);' : undefined;
    }
    if (name !== 'LogWarning') return undefined;
    const error = parameters.some((one) => one.name === 'exception') ? 'exception' : 'null';
    return `Logged.Warn(logger, ${error}, message, args);`;
  },
};
