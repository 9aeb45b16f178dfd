using Sendra.Application.Access;
using Sendra.Domain.Contacts;

namespace Sendra.WebApi.RateLimits;

/// <summary>
/// Counts wrong passwords by the address they come from. Not by the rate limiter: that one can't take a right password's
/// count back, so it would hamper people who only sign in often.
/// </summary>
internal sealed class SignInThrottle(IHttpContextAccessor accessor, RateLimitSettings settings, TimeProvider clock) : ISignInThrottle
{
    // From the first wrong one on.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    // Beyond it what is over is cleared away, and beyond ten times as much everything.
    private const int MaxKept = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);

    private string From => ClientAddress.Of(accessor.HttpContext!);

    public void Begin(EmailAddress account)
    {
        var from = From;
        lock (_lock)
        {
            var all = Find(from);
            var one = Find(KeyOf(from, account));
            Require(all, settings.AddressWrongPasswords);
            Require(one, settings.AccountWrongPasswords);
            all.Attempts++;
            one.Attempts++;
        }
    }

    public void Succeed(EmailAddress account)
    {
        var from = From;
        lock (_lock)
        {
            TakeBack(from);
            TakeBack(KeyOf(from, account));
        }
    }

    private static string KeyOf(string from, EmailAddress account) => $"{from} {account.Value}";

    private void Require(Count count, int limit)
    {
        if (limit > 0 && count.Attempts >= limit)
        {
            throw new TooManyAttemptsException(Window - clock.GetElapsedTime(count.Began));
        }
    }

    private Count Find(string key)
    {
        if (_counts.TryGetValue(key, out var count) && !IsOver(count))
        {
            return count;
        }

        if (_counts.Count >= MaxKept)
        {
            Clear();
        }

        return _counts[key] = new Count(clock.GetTimestamp());
    }

    private void Clear()
    {
        foreach (var over in _counts.Where(entry => IsOver(entry.Value)).Select(entry => entry.Key).ToList())
        {
            _counts.Remove(over);
        }

        if (_counts.Count >= 10 * MaxKept)
        {
            _counts.Clear();
        }
    }

    private void TakeBack(string key)
    {
        if (_counts.TryGetValue(key, out var count) && count.Attempts > 0)
        {
            count.Attempts--;
        }
    }

    private bool IsOver(Count count) => clock.GetElapsedTime(count.Began) >= Window;

    private sealed class Count(long began)
    {
        public long Began { get; } = began;

        public int Attempts { get; set; }
    }
}
