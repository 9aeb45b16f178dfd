using Microsoft.Extensions.DependencyInjection;

namespace Sendra.Infrastructure.Persistence;

/// <summary>Asks the database whether it is there.</summary>
/// <param name="services">The host's services.</param>
public sealed class DatabaseProbe(IServiceProvider services)
{
    /// <summary>True when it answers.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<bool> AnswersAsync(CancellationToken cancellationToken) =>
        services.GetRequiredService<SendraDbContext>().Database.CanConnectAsync(cancellationToken);
}
