using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Sendra.WebApi.Http;

/// <summary>
/// Whose word about a request's origin counts: <c>TrustedProxies</c> lists addresses and networks, with commas between
/// them. From anyone else, and by default from all, X-Forwarded-For and X-Forwarded-Proto are ignored.
/// </summary>
internal static class TrustedProxies
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

    private static IPNetwork[] Read(string? setting) =>
    [
        .. from part in (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           select IPNetwork.TryParse(part, out var network) ? network
               : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
               : throw new InvalidOperationException($"{Setting} has '{part}'; it must be an address or a network, like 10.0.0.5 or 10.0.0.0/8."),
    ];
}
