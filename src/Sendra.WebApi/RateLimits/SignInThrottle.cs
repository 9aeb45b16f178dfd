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
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            var all = Find(from, now);
            var one = Find(KeyOf(from, account), now);
            Require(all, settings.AddressWrongPasswords, now);
            Require(one, settings.AccountWrongPasswords, now);
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

    private static void Require(Count count, int limit, DateTimeOffset now)
    {
        if (limit > 0 && count.Attempts >= limit)
        {
            throw new TooManyAttemptsException(count.Until - now);
        }
    }

    private Count Find(string key, DateTimeOffset now)
    {
        if (_counts.TryGetValue(key, out var count) && now < count.Until)
        {
            return count;
        }

        if (_counts.Count >= MaxKept)
        {
            Clear(now);
        }

        return _counts[key] = new Count(now + Window);
    }

    private void Clear(DateTimeOffset now)
    {
        foreach (var over in _counts.Where(entry => now >= entry.Value.Until).Select(entry => entry.Key).ToList())
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

    private sealed class Count(DateTimeOffset until)
    {
        public DateTimeOffset Until { get; } = until;

        public int Attempts { get; set; }
    }
}
