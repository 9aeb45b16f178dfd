using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Persistence.Replicas;

/// <summary>
/// Leads a context that may read the replica there, each time it opens its connection. What fails there is tried again by EF Core, which
/// opens the connection anew: then it leads to the database itself.
/// </summary>
internal sealed class ReplicaConnections(ReadReplica replica, DatabaseSettings settings) : DbConnectionInterceptor, IDbCommandInterceptor
{
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is SendraDbContext { MayReadReplica: true })
        {
            connection.ConnectionString = replica.AsOf is null ? settings.ConnectionString : settings.Replica!.ConnectionString;
        }

        return ValueTask.FromResult(result);
    }

    public override Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Failed(eventData.Context, eventData.Exception);
        return Task.CompletedTask;
    }

    Task IDbCommandInterceptor.CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken)
    {
        Failed(eventData.Context, eventData.Exception);
        return Task.CompletedTask;
    }

    private void Failed(object? context, Exception exception)
    {
        if (context is SendraDbContext { MayReadReplica: true } && StorageTrouble.IsUnavailable(exception) && !StorageTrouble.TookTooLong(exception))
        {
            replica.Lost();
        }
    }
}
