using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>Leads updates and deletes that pass SaveChanges by through the same gate as everything else that writes.</summary>
internal sealed class GatedWrites(SqliteWriteGate gate) : DbCommandInterceptor
{
    // Each context has its own of these, and runs one command at a time. EF Core also tells of the end of a command that
    // gave up waiting for the gate, and sometimes twice of one that failed.
    private bool _isIn;

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete
            && eventData.Context is not SqliteSendraDbContext { IsInGate: true })
        {
            await gate.EnterAsync(goesFirst: false, cancellationToken);
            _isIn = true;
        }

        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Leave();
        return ValueTask.FromResult(result);
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave();
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave();
        return Task.CompletedTask;
    }

    private void Leave()
    {
        if (_isIn)
        {
            _isIn = false;
            gate.Leave();
        }
    }
}
