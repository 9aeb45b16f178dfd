using Sendra.Application.Access;
using Sendra.Domain.Contacts;

namespace Sendra.WebApi.RateLimits;

/// <summary>
/// Counts wrong passwords by the address they come from. Not by the rate limiter: that one can't take a right password's
/// count back, so it would hamper people who only sign in often.
/// </summary>
internal sealed class SignInThrottle(IHttpContextAccessor accessor, RateLimitSettings settings, TimeProvider clock) : ISignInThrottle
{
    private readonly Lock _lock = new();
    private readonly Counts _counts = new(TimeSpan.FromMinutes(5), clock);

    private string From => ClientAddress.Of(accessor.HttpContext!);

    public void Begin(EmailAddress account)
    {
        var from = From;
        lock (_lock)
        {
            if ((_counts.Blocked(from, settings.AddressWrongPasswords) ?? _counts.Blocked(KeyOf(from, account), settings.AccountWrongPasswords)) is { } later)
            {
                throw new TooManyAttemptsException(later);
            }

            _counts.Add(from);
            _counts.Add(KeyOf(from, account));
        }
    }

    public void Succeed(EmailAddress account)
    {
        var from = From;
        lock (_lock)
        {
            _counts.TakeBack(from);
            _counts.TakeBack(KeyOf(from, account));
        }
    }

    private static string KeyOf(string from, EmailAddress account) => $"{from} {account.Value}";
}
