using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Application.Access;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Access;

/// <summary>Writes when keys were used, about once a minute for each, behind the requests' back.</summary>
internal sealed partial class ApiKeyUses(WorkspaceDbContexts contexts, TimeProvider clock, ILogger<ApiKeyUses> logger) : BackgroundService
{
    // When the database is slow the oldest go unwritten: the key's next use comes soon.
    private readonly Channel<(KnownApiKey Key, DateTimeOffset At)> _uses = Channel.CreateBounded<(KnownApiKey, DateTimeOffset)>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Notes a use, if it is time to.</summary>
    public void Note(UsedApiKey used)
    {
        var now = clock.GetUtcNow();
        if (used.IsDue(now))
        {
            _uses.Writer.TryWrite((used.Key, now));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (key, at) in _uses.Reader.ReadAllAsync(stoppingToken))
            {
                await WriteAsync(key, at, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task WriteAsync(KnownApiKey key, DateTimeOffset at, CancellationToken stoppingToken)
    {
        try
        {
            await using var db = contexts.For(key.WorkspaceId);

            // Nodes write in no order; the time only goes forward.
            await db.ApiKeys
                .Where(row => row.Id == key.Id && (row.LastUsedAt == null || row.LastUsedAt < at))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, at), stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogUnwritten(logger, exception.GetBaseException().Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The last use of an API key was not written: {Problem}")]
    private static partial void LogUnwritten(ILogger logger, string problem);
}
