using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Persistence;

namespace Sendra.Infrastructure.Clocks;

/// <summary>Asks the database for its time again and again, and says when this node's system clock differs.</summary>
internal sealed partial class ClockWatch(NodeClock clock, IDatabaseTime database, ILogger<ClockWatch> logger) : BackgroundService
{
    /// <summary>From here on a difference is a fault of the machine, and a move of the time is worth a line.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private bool _isFollowing;
    private bool _isOut;

    /// <summary>Follows the database's time once; false when it can't be asked.</summary>
    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reading = await database.ReadAsync(cancellationToken);
            if (_isFollowing && reading.Uncertainty > Bound)
            {
                return false;
            }

            Tell(clock.Follow(reading));
            return _isFollowing = true;
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
        {
            // The count goes on by itself; that the database is away is said elsewhere.
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryFollowAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task TryFollowAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An exception that left this service would end the process.
            LogFailed(logger, exception);
        }
    }

    private void Tell(TimeSpan moved)
    {
        if (_isFollowing && moved.Duration() > Bound)
        {
            LogMoved(logger, moved);
        }

        var isOut = clock.SystemAhead.Duration() > Bound;
        if (isOut && !_isOut)
        {
            LogOut(logger, clock.SystemAhead);
        }
        else if (!isOut && _isOut)
        {
            LogIn(logger);
        }

        _isOut = isOut;
    }

    [LoggerMessage(LogLevel.Warning, "This node's system clock is {Ahead} ahead of the database's (behind, when negative); Sendra goes by the database's. Set the clock right, for instance by NTP")]
    private static partial void LogOut(ILogger logger, TimeSpan ahead);

    [LoggerMessage(LogLevel.Information, "This node's system clock agrees with the database's again")]
    private static partial void LogIn(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The database's clock leapt by {Moved}; Sendra's time went along")]
    private static partial void LogMoved(ILogger logger, TimeSpan moved);

    [LoggerMessage(LogLevel.Error, "The database's time can't be read; this node's own goes on")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
