using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Sendra.Application.Access;
using Sendra.WebApi.Access;
using Sendra.WebApi.Errors;
using Sendra.WebApi.Unsubscribing;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.RateLimits;

/// <summary>
/// How much anyone may ask of this node. Endpoints get a limit at start, and only if it is on: one that is off costs
/// nothing.
/// </summary>
internal static class RateLimiting
{
    private const string Sends = "sends";
    private const string Calls = "calls";
    private const string Deliveries = "deliveries";
    private const string SignIns = "signIns";
    private const string Unsubscribes = "unsubscribes";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = RateLimitSettings.From(configuration);
        services.AddSingleton(settings).AddSingleton<ISignInThrottle, SignInThrottle>().AddSingleton<IEmailThrottle, EmailThrottle>();
        return services.AddRateLimiter(options =>
        {
            options.OnRejected = (rejected, _) => new ValueTask(RejectAsync(rejected));
            options.AddPolicy(Sends, http => OfWorkspace(http, settings.WorkspaceSendsPerSecond));
            options.AddPolicy(Calls, http => OfWorkspace(http, settings.WorkspaceCallsPerSecond));
            options.AddPolicy(Deliveries, http => OfSource(http, settings.SourceDeliveriesPerSecond));
            options.AddPolicy(SignIns, http => Within(Minute, ClientAddress.Of(http), settings.AddressSignInsPerMinute));
            options.AddPolicy(Unsubscribes, http => Within(Second, ClientAddress.Of(http), settings.AddressUnsubscribesPerSecond));
            if (settings.KeyCallsPerSecond > 0)
            {
                options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, ApiKeyId>(http => OfKey(http, settings.KeyCallsPerSecond));
            }
        });
    }

    public static void LimitRates(this IEndpointConventionBuilder endpoints, IServiceProvider services)
    {
        var settings = services.GetRequiredService<RateLimitSettings>();
        endpoints.Finally(endpoint =>
        {
            var (policy, limit) = PolicyOf(endpoint, settings);
            if (limit > 0)
            {
                endpoint.Metadata.Add(new EnableRateLimitingAttribute(policy));
            }
        });
    }

    private static (string Policy, int Limit) PolicyOf(EndpointBuilder endpoint, RateLimitSettings settings)
    {
        var need = endpoint.Metadata.OfType<NeedsAttribute>().LastOrDefault()?.Need;
        var path = endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } pattern } ? $"/{pattern}" : "";
        return need switch
        {
            Need.SendEvents => (Sends, settings.WorkspaceSendsPerSecond),
            null when path.StartsWith(HiddenToken.PathPrefix, StringComparison.Ordinal) => (Deliveries, settings.SourceDeliveriesPerSecond),
            null when path.StartsWith(HiddenLink.PathPrefix, StringComparison.Ordinal) => (Unsubscribes, settings.AddressUnsubscribesPerSecond),
            null => (SignIns, settings.AddressSignInsPerMinute),
            _ => (Calls, settings.WorkspaceCallsPerSecond),
        };
    }

    // Of people who are in no workspace, each counts alone.
    private static RateLimitPartition<Guid> OfWorkspace(HttpContext http, int limit) =>
        Within(Second, http.User.Caller() is { } caller ? caller.WorkspaceId?.Value ?? caller.Id : default, limit);

    private static RateLimitPartition<ApiKeyId> OfKey(HttpContext http, int limit) => http.User.Caller()?.Key is { } key
        ? Within(Second, key.Id, limit)
        : RateLimitPartition.GetNoLimiter(default(ApiKeyId));

    private static RateLimitPartition<string> OfSource(HttpContext http, int limit) =>
        Within(Second, http.Features.Get<HiddenToken>()?.Token?.Hash ?? "", limit);

    private static RateLimitPartition<T> Within<T>(TimeSpan window, T key, int limit) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = window });

    private static Task RejectAsync(OnRejectedContext rejected)
    {
        rejected.HttpContext.Response.SetRetryAfter(
            rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var later) && later > Second ? later : Second);
        return rejected.HttpContext.WriteProblemAsync(
            StatusCodes.Status429TooManyRequests, detail: "Too many calls. Wait as long as Retry-After says.");
    }
}
