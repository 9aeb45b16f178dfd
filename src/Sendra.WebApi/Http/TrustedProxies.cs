using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Sendra.WebApi.Http;

/// <summary>
/// Whose word about a request's origin counts: <c>TrustedProxies</c> lists addresses and networks, with commas between
/// them. From anyone else, and by default from all, X-Forwarded-For and X-Forwarded-Proto are ignored.
/// </summary>
internal static partial class TrustedProxies
{
    private const string Setting = "TrustedProxies";

    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = Read(configuration[Setting]);
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Length > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;

            // A chain of them is followed to the first address that is none of them.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                options.KnownIPNetworks.Add(proxy);
            }
        });
    }

    /// <summary>Takes the word of those who are trusted. The first request with such headers from somebody else is warned of: a proxy was probably forgotten.</summary>
    public static IApplicationBuilder UseTrustedProxies(this WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.KnownIPNetworks;
        var told = 0;
        app.Use((context, next) =>
        {
            if (told == 0 && IsForwarded(context.Request.Headers) && context.Connection.RemoteIpAddress is { } peer && !trusted.Any(network => Contains(network, peer))
                && Interlocked.Exchange(ref told, 1) == 0)
            {
                LogStranger(app.Logger, Plain(peer));
            }

            return next(context);
        });
        return app.UseForwardedHeaders();
    }

    private static bool IsForwarded(IHeaderDictionary headers) =>
        headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName) || headers.ContainsKey(ForwardedHeadersDefaults.XForwardedProtoHeaderName);

    private static bool Contains(IPNetwork network, IPAddress peer) => network.Contains(peer) || network.Contains(Plain(peer));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork[] Read(string? setting) =>
    [
        .. from part in (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           select IPNetwork.TryParse(part, out var network) ? network
               : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
               : throw new InvalidOperationException($"{Setting} has '{part}'; it must be an address or a network, like 10.0.0.5 or 10.0.0.0/8."),
    ];

    [LoggerMessage(LogLevel.Warning, "{Peer} sends X-Forwarded-For or X-Forwarded-Proto, but isn't in TrustedProxies, so they are ignored. If it is your proxy, add it: otherwise all its clients share its address, and its rate limits")]
    private static partial void LogStranger(ILogger logger, IPAddress peer);
}
