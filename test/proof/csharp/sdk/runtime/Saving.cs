// What EF Core does with added entities when they are saved to Cosmos DB: its own exception around that of the service.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Azure.Cosmos;
using Microsoft.EntityFrameworkCore;

namespace Guard409.Stubs
{
    internal static class Saving
    {
        public static T Use<T>(T options, string connection, string key, string database)
        {
            return State.With(options, "Client", key == null ? new CosmosClient(connection) : new CosmosClient(connection, key), "Database", database);
        }

        public static void Track(DbContext context, object entity)
        {
            var added = State.Get<List<object>>(context, "Added") ?? new List<object>();
            added.Add(entity);
            State.Set(context, "Added", added);
        }

        public static async Task<int> Save(DbContext context, Action<DbContextOptionsBuilder> configure, Action<ModelBuilder> build, CancellationToken cancel)
        {
            var options = new DbContextOptionsBuilder();
            var model = new ModelBuilder();
            configure(options);
            build(model);
            string name = State.Get<string>(model, "Container") ?? context.GetType().Name;
            Container container = State.Get<CosmosClient>(options, "Client").GetContainer(State.Get<string>(options, "Database"), name);
            var added = State.Get<List<object>>(context, "Added") ?? new List<object>();
            foreach (object entity in added.ToList())
            {
                try
                {
                    await container.CreateItemAsync(entity, null, null, cancel).ConfigureAwait(false);
                }
                catch (CosmosException error) when ((int)error.StatusCode == 412)
                {
                    throw new DbUpdateConcurrencyException("Another writer changed it.", error);
                }
                catch (CosmosException error)
                {
                    throw new DbUpdateException("It could not be saved.", error);
                }
                added.Remove(entity);
            }
            return 1;
        }
    }
}
