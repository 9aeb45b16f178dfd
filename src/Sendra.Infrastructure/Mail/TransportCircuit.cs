using Microsoft.Extensions.Logging;

namespace Sendra.Infrastructure.Mail;

/// <summary>
/// Knows whether the mail server can be reached. When it can't, nothing is tried for a while, longer each time and never the same on all
/// nodes; then one mail goes first, and the others follow if it gets through.
/// </summary>
internal sealed partial class TransportCircuit(TimeProvider clock, ILogger<TransportCircuit> logger)
{
    private const double Growth = 2;
    private const double Jitter = 0.2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    // How long the others wait for the first.
    private static readonly TimeSpan WhileProbing = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private int _failures;
    private bool _isProbing;
    private DateTimeOffset _until;

    /// <summary>Why nothing is tried; null while the server can be reached.</summary>
    public string? Problem { get; private set; }

    /// <summary>True while the server can't be reached.</summary>
    public bool IsOpen => Problem is not null;

    /// <summary>When to ask again, and why nothing is tried; null when mails can be tried now.</summary>
    public (DateTimeOffset Until, string Problem)? Blocked()
    {
        lock (_lock)
        {
            return Blocking() is { } until ? (until, Problem!) : null;
        }
    }

    /// <summary>Lets a mail through. What came of it must be said by <see cref="Reached"/>, <see cref="Failed"/> or <see cref="Abandoned"/>.</summary>
    /// <returns>When to ask again; null when it may be tried now.</returns>
    public DateTimeOffset? Enter()
    {
        lock (_lock)
        {
            if (Blocking() is { } until)
            {
                return until;
            }

            _isProbing = IsOpen;
            return null;
        }
    }

    /// <summary>The server could be reached, and the sign-in was accepted.</summary>
    public void Reached()
    {
        lock (_lock)
        {
            if (IsOpen)
            {
                LogReached(logger);
            }

            (_failures, _isProbing, Problem) = (0, false, null);
        }
    }

    /// <summary>Nothing became known of the server.</summary>
    public void Abandoned()
    {
        lock (_lock)
        {
            _isProbing = false;
        }
    }

    /// <summary>The server could not be reached, or refused the sign-in.</summary>
    /// <returns>When to try again.</returns>
    public DateTimeOffset Failed(string problem)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();

            // Those that were let through together fail together, and count once.
            if (!IsOpen || _isProbing)
            {
                if (!IsOpen)
                {
                    LogFailed(logger, problem);
                }

                var pause = FirstPause * Math.Min(Math.Pow(Growth, _failures++), LongestPause / FirstPause);
                _until = now + (pause * (1 + (Jitter * Random.Shared.NextDouble())));
            }

            (_isProbing, Problem) = (false, problem);
            return _until > now ? _until : now + WhileProbing;
        }
    }

    private DateTimeOffset? Blocking()
    {
        var now = clock.GetUtcNow();
        return !IsOpen ? null : _until > now ? _until : _isProbing ? now + WhileProbing : null;
    }

    [LoggerMessage(LogLevel.Warning, "Emails wait because the mail server can't be used: {Problem}")]
    private static partial void LogFailed(ILogger logger, string problem);

    [LoggerMessage(LogLevel.Information, "The mail server can be used again")]
    private static partial void LogReached(ILogger logger);
}
