using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Clocks;

/// <summary>Asks the database for its time again and again, and says when this node's system clock differs.</summary>
internal sealed partial class ClockWatch(NodeClock clock, IDatabaseTime database, ILogger<ClockWatch> logger)
    : PeriodicService(TimeSpan.FromSeconds(5), first: TimeSpan.FromSeconds(5), clock)
{
    /// <summary>From here on a difference is a fault of the machine.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    /// <summary>A move beyond this is a leap: a clock that is being set, wrongly perhaps, and set back soon.</summary>
    public static readonly TimeSpan Leap = TimeSpan.FromSeconds(5);

    /// <summary>A leap is followed when it has lasted this long.</summary>
    public static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);

    private bool _isFollowing;
    private bool _isOut;
    private long? _leaptAt;

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

            Follow(reading, clock.Off(reading));
            clock.Compare();
            Compare();
            return _isFollowing = true;
        }
        catch (Exception exception) when (StorageTrouble.IsUnavailable(exception))
        {
            // The count goes on by itself; that the database is away is said elsewhere.
            return false;
        }
    }

    protected override Task RunOnceAsync(CancellationToken stoppingToken) => FollowAsync(stoppingToken);

    protected override void OnFailed(Exception exception) => LogFailed(logger, exception);

    private void Follow(ClockReading reading, TimeSpan off)
    {
        if (_isFollowing && off.Duration() > Leap)
        {
            if (_leaptAt is null)
            {
                _leaptAt = reading.Timestamp;
                LogLeapt(logger, off);
            }

            if (clock.GetElapsedTime(_leaptAt.Value, reading.Timestamp) < Doubt)
            {
                return;
            }

            LogFollowed(logger, off);
        }

        _leaptAt = null;
        if (off != TimeSpan.Zero)
        {
            clock.Follow(reading);
        }
    }

    private void Compare()
    {
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

    [LoggerMessage(LogLevel.Warning, "The database's clock leapt by {Off}; Sendra's time goes along if that lasts a minute")]
    private static partial void LogLeapt(ILogger logger, TimeSpan off);

    [LoggerMessage(LogLevel.Warning, "The database's clock stays {Off} off; Sendra's time goes along")]
    private static partial void LogFollowed(ILogger logger, TimeSpan off);

    [LoggerMessage(LogLevel.Error, "The database's time can't be read; this node's own goes on")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
