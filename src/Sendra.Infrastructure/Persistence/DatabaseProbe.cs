using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Sqlite;

namespace Sendra.Infrastructure.Persistence;

/// <summary>Asks the database whether it takes what is to be written.</summary>
/// <param name="services">The services of a scope, which closes the connection.</param>
public sealed class DatabaseProbe(IServiceProvider services)
{
    // Writes nothing, but only where something could be written.
    private const string Write = "UPDATE workspaces SET name = name WHERE 1 = 0";

    private const int PatienceSeconds = 3;

    /// <summary>True when it answers now and would write; unlike other work, this is not tried again.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<StorageState>().RefusesWrites)
        {
            return false;
        }

        // On SQLite in turn with whoever writes.
        var gate = services.GetService<SqliteWriteGate>();
        await (gate?.EnterAsync(goesFirst: false, cancellationToken) ?? Task.CompletedTask);
        try
        {
            await WriteAsync(services.GetRequiredService<SendraDbContext>().Database.GetDbConnection(), cancellationToken);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
        finally
        {
            gate?.Leave();
        }
    }

    private static async Task WriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Write;
        command.CommandTimeout = PatienceSeconds;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
