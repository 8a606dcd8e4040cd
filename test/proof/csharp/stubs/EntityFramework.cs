// Signatures of Microsoft.EntityFrameworkCore as in dotnet/efcore (DbContext, DbUpdateException), with the failure of the
// Cosmos provider: its own exception stands inside.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.EntityFrameworkCore
{
    public class DbUpdateException : Exception
    {
        public DbUpdateException(string message, Exception innerException) : base(message, innerException) { }
    }
    public class DbUpdateConcurrencyException : DbUpdateException
    {
        public DbUpdateConcurrencyException(string message, Exception innerException) : base(message, innerException) { }
    }
    public class DbContextOptionsBuilder { }
    public static class CosmosDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseCosmos(this DbContextOptionsBuilder options, string connectionString, string databaseName) { return options; }
    }
    public class DbContext : IDisposable
    {
        protected internal virtual void OnConfiguring(DbContextOptionsBuilder optionsBuilder) { }
        private string added;
        public virtual object Add(object entity) { added = entity.ToString(); return entity; }
        public virtual int SaveChanges()
        {
            Proof.Service.Journal.Add("save");
            if (!Proof.Service.Add(added ?? "one", this)) throw new DbUpdateException("see inside", Microsoft.Azure.Cosmos.CosmosException.Of(409));
            return 1;
        }
        public virtual async Task<int> SaveChangesAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            await Task.Yield();
            return SaveChanges();
        }
        public virtual void Dispose() { }
    }
}
