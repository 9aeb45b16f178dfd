using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>Leads updates and deletes that pass SaveChanges by through the same gate as everything else that writes.</summary>
internal sealed class GatedWrites(SqliteWriteGate gate) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (IsGated(eventData))
        {
            await gate.EnterAsync(cancellationToken);
        }

        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Leave(eventData);
        return ValueTask.FromResult(result);
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData);
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData);
        return Task.CompletedTask;
    }

    private void Leave(CommandEventData eventData)
    {
        if (IsGated(eventData))
        {
            gate.Leave();
        }
    }

    private static bool IsGated(CommandEventData eventData) =>
        eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete;
}
