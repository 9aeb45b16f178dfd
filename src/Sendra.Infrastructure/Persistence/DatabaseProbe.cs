using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Sendra.Infrastructure.Persistence;

/// <summary>Asks the database whether it is there.</summary>
/// <param name="services">The services of a scope, which closes the connection.</param>
public sealed class DatabaseProbe(IServiceProvider services)
{
    /// <summary>True when it answers now; unlike other work, this is not tried again.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        var connection = services.GetRequiredService<SendraDbContext>().Database.GetDbConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT 1";
            await command.ExecuteScalarAsync(cancellationToken);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
