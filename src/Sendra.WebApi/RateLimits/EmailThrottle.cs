using Sendra.Application.Access;

namespace Sendra.WebApi.RateLimits;

/// <summary>Counts emails by the address that asks for them.</summary>
internal sealed class EmailThrottle(IHttpContextAccessor accessor, RateLimitSettings settings, TimeProvider clock) : IEmailThrottle
{
    private readonly Lock _lock = new();
    private readonly Counts _counts = new(TimeSpan.FromHours(1), clock);

    public void Count()
    {
        var from = ClientAddress.Of(accessor.HttpContext!);
        lock (_lock)
        {
            if (_counts.Blocked(from, settings.AddressEmailsPerHour) is { } later)
            {
                throw new TooManyEmailsException(later);
            }

            _counts.Add(from);
        }
    }
}
